package io.tweestap.functional;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Strangers too reach the endpoint for tokens, which holds the whole body in memory.
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

  private void assertTooLarge(String path, BodyPublisher body) {
    Answer answer =
        send(request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(body));

    assertThat(answer.status()).as(path).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("body_too_large");
  }
}
