package io.tweestap.delivery.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// A mail server that misbehaves at one step of the conversation (RFC 5321) and is right at others.
final class ScriptedSmtpServer implements AutoCloseable {
  /// Instead of an answer: the connection is cut.
  static final String CUT = "cut";

  /// Instead of an answer: nothing comes, and the connection stays.
  static final String SILENCE = "silence";

  /// The right answer, after a while.
  static final String SLOW = "slow";

  private static final Map<String, String> RIGHT =
      Map.of(
          "HELLO",
          "220 ready",
          "EHLO",
          "250 localhost",
          "MAIL",
          "250 ok",
          "RCPT",
          "250 ok",
          "DATA",
          "354 go",
          ".",
          "250 2.0.0 queued",
          "QUIT",
          "221 bye");

  private final ServerSocket listening;
  private final String step;
  private final String answer;

  /// @param step `HELLO` (the greeting), a command's first word, or `.` for the end of the content
  ScriptedSmtpServer(String step, String answer) throws IOException {
    this.step = step;
    this.answer = answer;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
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

  private void serve(Socket client) {
    try (client;
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII))) {
      boolean open = answer(client, "HELLO");
      while (open) {
        String line = in.readLine();
        if (line == null) {
          return;
        }
        String word = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
        open = answer(client, word);
        if (word.equals("DATA") && open && !step.equals("DATA")) {
          String content = in.readLine();
          while (content != null && !content.equals(".")) {
            content = in.readLine();
          }
          open = answer(client, ".");
        }
      }
    } catch (IOException _) {
      // The client went away.
    }
  }

  /// Whether the connection goes on.
  private boolean answer(Socket client, String at) throws IOException {
    String words = at.equals(step) ? answer : RIGHT.getOrDefault(at, "250 ok");
    if (words.equals(CUT)) {
      return false;
    }
    if (words.equals(SILENCE)) {
      client.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
      return false;
    }
    if (step.equals(SLOW)) {
      LockSupport.parkNanos(Duration.ofMillis(400).toNanos());
    }
    client.getOutputStream().write((words + "\r\n").getBytes(US_ASCII));
    return true;
  }
}
