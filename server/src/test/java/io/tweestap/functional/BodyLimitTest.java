package io.tweestap.functional;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// Strangers too reach the endpoint for tokens, which holds the whole body in memory.
@ExtendWith(OutputCaptureExtension.class)
class BodyLimitTest extends ApiTest {
  private static final byte[] HUGE = ("x=" + "y".repeat(64 * 1024)).getBytes(US_ASCII);

  @ParameterizedTest
  @ValueSource(strings = {"/oauth2/token", "/%6fauth2/token", "/oauth2/toke%6E", "/%63arriers/x"})
  void hugeBodyIsRefusedHoweverItsAddressIsWritten(String path) {
    assertTooLarge(path, BodyPublishers.ofByteArray(HUGE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/oauth2/token", "/%6fauth2/token", "/oauth2/toke%6E"})
  void soIsOneThatAnnouncesNoLength(String path) {
    assertTooLarge(path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(HUGE)));
  }

  /// Anybody could fill the log otherwise.
  @Test
  void bodyThatBreaksOffIsNoError(CapturedOutput output) throws IOException {
    String head = "POST /oauth2/token HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n";
    try (Socket socket = new Socket("127.0.0.1", address("/").getPort())) {
      socket
          .getOutputStream()
          .write(
              (head + "Content-Type: application/x-www-form-urlencoded\r\n\r\nx=")
                  .getBytes(US_ASCII));
      socket.shutdownOutput();
      String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);

      assertThat(answer).startsWith("HTTP/1.1 400");
    }
    assertThat(output.getAll()).doesNotContain("ERROR");
  }

  private void assertTooLarge(String path, BodyPublisher body) {
    Answer answer =
        send(request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(body));

    assertThat(answer.status()).as(path).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("body_too_large");
  }
}
