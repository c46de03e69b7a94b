package io.tweestap.delivery.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// Gives a mail server STARTTLS (RFC 3207): does that part of the conversation itself and passes
/// everything behind it on to the server.
final class StartTlsFront implements AutoCloseable {
  private final ServerSocket listening;
  private final SSLContext tls;
  private final int backend;

  StartTlsFront(SSLContext tls, int backend) throws IOException {
    this.tls = tls;
    this.backend = backend;
    this.listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
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

  private void serve(Socket plain) {
    try (plain) {
      say(plain, "220 localhost ready");
      String line = line(plain.getInputStream());
      while (!line.toUpperCase(Locale.ROOT).startsWith("STARTTLS")) {
        say(
            plain,
            line.startsWith("EHLO") ? "250-localhost\r\n250 STARTTLS" : "530 5.7.0 STARTTLS");
        line = line(plain.getInputStream());
      }
      say(plain, "220 go ahead");
      String host = "localhost";
      try (SSLSocket safe =
              (SSLSocket) tls.getSocketFactory().createSocket(plain, host, plain.getPort(), true);
          Socket server = new Socket(InetAddress.getLoopbackAddress(), backend)) {
        safe.setUseClientMode(false);
        line(server.getInputStream());
        Thread answers = Thread.ofVirtual().start(() -> pass(server, safe));
        pass(safe, server);
        answers.interrupt();
      }
    } catch (IOException _) {
      // The client went away; its test says whether that was right.
    }
  }

  private static void pass(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
        out.flush();
      }
    } catch (IOException _) {
      // As above.
    }
  }

  private static void say(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("end");
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }
}
