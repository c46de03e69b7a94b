package io.tweestap.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One kept-alive HTTP/1.1 connection. By hand, because client, server and database share the
/// cores: what a general client spends would be missing from what is measured. One thread at a
/// time.
final class HttpConnection implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 30_000;

  private final int port;
  private final byte[] buffer = new byte[16 * 1024];
  private @Nullable Socket socket;
  private int next;
  private int end;

  HttpConnection(int port) {
    this.port = port;
  }

  /// An answer: status and body.
  record Answer(int status, String body) {
    /// The value of a text field, which must be there.
    String text(String field) {
      String opening = "\"" + field + "\":\"";
      int start = body.indexOf(opening);
      if (start < 0) {
        throw new IllegalStateException("no " + field + " in answer " + status + ": " + body);
      }
      return body.substring(start + opening.length(), body.indexOf('"', start + opening.length()));
    }
  }

  /// Sends a request and waits for its answer. A connection that the server closed is opened anew.
  Answer send(byte[] request) throws IOException {
    Socket open = socket == null ? connect() : socket;
    try {
      open.getOutputStream().write(request);
      return answer(open);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private Socket connect() throws IOException {
    var fresh = new Socket(InetAddress.getLoopbackAddress(), port);
    fresh.setTcpNoDelay(true);
    fresh.setSoTimeout(TIMEOUT_MILLIS);
    next = 0;
    end = 0;
    socket = fresh;
    return fresh;
  }

  private Answer answer(Socket open) throws IOException {
    InputStream in = open.getInputStream();
    int status = Integer.parseInt(line(in).substring(9, 12));
    int length = 0;
    boolean closing = false;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      char first = header.charAt(0);
      if (first == 'C' || first == 'T') {
        String lower = header.toLowerCase(Locale.ROOT);
        if (lower.startsWith("content-length:")) {
          length = Integer.parseInt(header.substring(15).strip());
        } else if (lower.equals("transfer-encoding: chunked")) {
          length = -1;
        } else if (lower.equals("connection: close")) {
          closing = true;
        }
      }
    }
    String body = length < 0 ? chunks(in) : text(in, length);
    if (closing) {
      close();
    }
    return new Answer(status, body);
  }

  private String chunks(InputStream in) throws IOException {
    var body = new StringBuilder();
    while (true) {
      int size = Integer.parseInt(line(in), 16);
      if (size == 0) {
        line(in);
        return body.toString();
      }
      body.append(text(in, size));
      line(in);
    }
  }

  private String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    while (true) {
      fill(in);
      int start = next;
      while (next < end && buffer[next] != '\n') {
        next++;
      }
      line.append(new String(buffer, start, next - start, ISO_8859_1));
      if (next < end) {
        next++;
        line.setLength(line.length() - 1);
        return line.toString();
      }
    }
  }

  private String text(InputStream in, int length) throws IOException {
    byte[] bytes = new byte[length];
    for (int got = 0; got < length; ) {
      fill(in);
      int part = Math.min(length - got, end - next);
      System.arraycopy(buffer, next, bytes, got, part);
      next += part;
      got += part;
    }
    return new String(bytes, UTF_8);
  }

  private void fill(InputStream in) throws IOException {
    if (next == end) {
      end = in.read(buffer);
      next = 0;
      if (end < 0) {
        end = 0;
        throw new EOFException("the server closed the connection");
      }
    }
  }

  @Override
  public void close() {
    Socket open = socket;
    socket = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException _) {
        // Nothing is lost with it.
      }
    }
  }
}
