package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.operations.VoidOpen.Asked;
import io.tweestap.operations.restore.VoidAll;
import io.tweestap.testkit.webauthn.SoftwareKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// Shares the server of [AfterRestoreTest].
@TestPropertySource(properties = "spring.application.name=after-restore")
@DisplayName("What security keys of a restored database were asked is over")
class AfterRestoreKeysTest extends KeyTest {
  @Autowired private VoidAll open;

  private void restored() {
    open.run(new Asked(clock.instant(), false, false), (_, _) -> {});
  }

  @Test
  void aChallengeCannotBeAnsweredAndTheNextOneCan() {
    Registered with = registered();
    JsonNode asked = challenge(with);

    restored();

    assertThat(verify(with, asked).code()).isEqualTo("already_used");
    assertThat(verify(with, challenge(with)).status()).isEqualTo(200);
  }

  @Test
  void aKeyThatWasBegunIsNotRegisteredAndOneThatIsStays() {
    Registered with = registered();
    SoftwareKey key = key();
    JsonNode begun = begunKey("red key");

    restored();

    assertThat(confirm(key, begun).code()).isEqualTo("not_found");
    assertThat(outcome(login(with))).isEqualTo("passed");
    assertThat(confirm(key, begunKey("red key")).status()).isEqualTo(200);
  }

  private JsonNode challenge(Registered with) {
    Answer asked = post(tenant, FACTORS + "/" + with.factor() + "/challenges", "{}");
    assertThat(asked.status()).as(asked.text()).isEqualTo(201);
    return asked.json();
  }

  private Answer verify(Registered with, JsonNode asked) {
    return post(
        tenant,
        FACTORS + "/" + with.factor() + "/verify",
        "{\"response\":%s,\"challenge_id\":\"%s\"}"
            .formatted(
                with.key().get(options(asked), origin()), asked.path("challenge_id").asString()));
  }
}
