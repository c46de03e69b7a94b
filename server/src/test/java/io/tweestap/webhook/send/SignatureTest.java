package io.tweestap.webhook.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tweestap.testkit.FixedRandomness;
import io.tweestap.webhook.WebhookSecret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Standard Webhooks 1.0.0, signature scheme")
class SignatureTest {
  private static final WebhookSecret REFERENCE =
      WebhookSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

  @Test
  void reproducesTheVectorOfTheReferenceLibraries() {
    assertThat(Signature.header(List.of(REFERENCE), ID, AT, BODY))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void signsWithEachSecretWhileOneIsRotated() {
    WebhookSecret newer = WebhookSecret.draw(new FixedRandomness(1));
    String header = Signature.header(List.of(newer, REFERENCE), ID, AT, BODY);
    assertThat(header.split(" "))
        .containsExactly(
            Signature.header(List.of(newer), ID, AT, BODY),
            Signature.header(List.of(REFERENCE), ID, AT, BODY));
  }

  @Test
  void secretIsReadAsItWasWritten() {
    WebhookSecret drawn = WebhookSecret.draw(new FixedRandomness(2));
    assertThat(drawn.key()).hasSize(32);
    assertThat(WebhookSecret.of(drawn.text()).key()).isEqualTo(drawn.key());
    assertThat(drawn).hasToString("WebhookSecret[32 bytes]");
  }

  @Test
  void secretHas24To64Bytes() {
    assertThat(WebhookSecret.ofKey(new byte[24]).key()).hasSize(24);
    assertThat(WebhookSecret.ofKey(new byte[64]).key()).hasSize(64);
    assertThatThrownBy(() -> WebhookSecret.ofKey(new byte[23]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WebhookSecret.ofKey(new byte[65]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WebhookSecret.of("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
