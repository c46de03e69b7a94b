package io.tweestap.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tweestap.client.webhook.Received;
import io.tweestap.client.webhook.WebhookReceiver;
import io.tweestap.testkit.ManualClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Standard Webhooks 1.0.0, on its own example, whose body is no event of ours.
class WebhookReceiverTest {
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final String TIMESTAMP = "1614265330";
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
  private static final Received FITS = new Received.Forged("the body is not an event");
  private static final Received FORGED = new Received.Forged("no signature fits");

  private final ManualClock clock = new ManualClock(Instant.ofEpochSecond(1614265330));
  private final Secret secret = Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private final WebhookReceiver receiver = new WebhookReceiver(clock, secret);

  @Test
  void theExampleOfTheSpecificationFits() {
    assertThat(receiver.receive(ID, TIMESTAMP, SIGNATURE, BODY)).isEqualTo(FITS);
    assertThat(receiver.receive(ID, TIMESTAMP, "v1,AAAA v2,x " + SIGNATURE, BODY)).isEqualTo(FITS);
    Secret old = Secret.of("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    assertThat(new WebhookReceiver(clock, old, secret).receive(ID, TIMESTAMP, SIGNATURE, BODY))
        .isEqualTo(FITS);
    assertThat(new WebhookReceiver(clock, old).receive(ID, TIMESTAMP, SIGNATURE, BODY))
        .isEqualTo(FORGED);
  }

  @Test
  void anyChangeIsForged() {
    for (int i = 0; i < BODY.length; i++) {
      byte[] changed = BODY.clone();
      changed[i] ^= 1;
      assertThat(receiver.receive(ID, TIMESTAMP, SIGNATURE, changed)).isEqualTo(FORGED);
    }
    assertThat(receiver.receive("msg_x", TIMESTAMP, SIGNATURE, BODY)).isEqualTo(FORGED);
    assertThat(receiver.receive(ID, "1614265331", SIGNATURE, BODY)).isEqualTo(FORGED);
    assertThat(receiver.receive(ID, TIMESTAMP, "", BODY)).isEqualTo(FORGED);
    assertThat(receiver.receive(null, TIMESTAMP, SIGNATURE, BODY))
        .isInstanceOf(Received.Forged.class);
  }

  @Test
  void anOldOneIsForgedHoweverWellItIsSigned() {
    clock.advance(Duration.ofSeconds(301));
    assertThat(receiver.receive(ID, TIMESTAMP, SIGNATURE, BODY))
        .isInstanceOf(Received.Forged.class)
        .isNotEqualTo(FITS);
    assertThat(receiver.receive(ID, "soon", SIGNATURE, BODY)).isInstanceOf(Received.Forged.class);
  }

  @Test
  void anotherKindOfSecretIsRefused() {
    assertThatThrownBy(() -> new WebhookReceiver(clock, Secret.of("hush")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("hush");
  }
}
