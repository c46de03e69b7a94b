package io.tweestap.delivery.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/// A provider's HTTP server that answers each request with the same bytes, or misbehaves.
final class TestProvider implements AutoCloseable {
  /// Reads the request, then cuts the connection.
  static final String CUT = "cut";

  /// Reads the request and never answers.
  static final String SILENCE = "silence";

  /// Sends a good status, then a body that drips on for ever.
  static final String DRIP = "drip";

  private final ServerSocket listening;
  private final String answer;
  private final List<Request> got = Collections.synchronizedList(new ArrayList<>());

  private TestProvider(String answer) throws IOException {
    this.answer = answer;
    this.listening = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /// What came in; header names in lower case.
  record Request(String line, Map<String, String> headers, String body) {}

  static TestProvider raw(String answer) throws IOException {
    return new TestProvider(answer);
  }

  static TestProvider answering(int status, String headers, String body) throws IOException {
    int length = body.getBytes(UTF_8).length;
    String head = "HTTP/1.1 " + status + " x\r\n" + headers + "Content-Length: " + length;
    return new TestProvider(head + "\r\n\r\n" + body);
  }

  String url() {
    return "http://127.0.0.1:" + listening.getLocalPort() + "/send";
  }

  List<Request> got() {
    synchronized (got) {
      return List.copyOf(got);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      while (true) {
        got.add(read(client.getInputStream()));
        if (answer.equals(CUT)) {
          return;
        }
        if (answer.equals(SILENCE)) {
          client.getInputStream().read();
          return;
        }
        if (answer.equals(DRIP)) {
          drip(client);
        }
        client.getOutputStream().write(answer.getBytes(UTF_8));
      }
    } catch (IOException _) {
      // The client went away.
    }
  }

  private static void drip(Socket client) throws IOException {
    client
        .getOutputStream()
        .write("HTTP/1.1 200 x\r\nContent-Length: 9999\r\n\r\n".getBytes(UTF_8));
    while (true) {
      client.getOutputStream().write(' ');
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private static Request read(InputStream in) throws IOException {
    String line = line(in);
    Map<String, String> headers = new TreeMap<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new Request(line, headers, new String(in.readNBytes(length), UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("end");
      }
      line.write(c);
    }
    return line.toString(ISO_8859_1).strip();
  }
}
