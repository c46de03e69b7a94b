package io.tweestap.web;

import io.tweestap.shared.web.BodyTooLargeException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A request whose body fails with [BodyTooLargeException] past a number of bytes.
final class LimitedRequest extends HttpServletRequestWrapper {
  private final int maxBytes;
  private @Nullable ServletInputStream limited;

  LimitedRequest(HttpServletRequest request, int maxBytes) {
    super(request);
    this.maxBytes = maxBytes;
  }

  /// One stream for all who read, so that what they read is counted together.
  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (limited == null) {
      limited = new Limited(super.getInputStream(), maxBytes);
    }
    return limited;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  private static final class Limited extends ServletInputStream {
    private final ServletInputStream body;
    private final int maxBytes;
    private long left;

    Limited(ServletInputStream body, int maxBytes) {
      this.body = body;
      this.maxBytes = maxBytes;
      this.left = maxBytes;
    }

    @Override
    public int read() throws IOException {
      int value = body.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = body.read(target, offset, length);
      count(Math.max(0, count));
      return count;
    }

    private void count(int bytes) throws IOException {
      left -= bytes;
      if (left < 0) {
        throw new BodyTooLargeException(maxBytes);
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
