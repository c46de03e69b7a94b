package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.operations.Chore;
import io.tweestap.tenant.Scope;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// `/v1/routes/learning`: codes that were typed and codes that were not, counted once each.
@TestPropertySource(properties = "tweestap.risk.guard-sandbox=true")
class LearnedRoutesTest extends VerificationTest {
  private static final String LEARNING = "/v1/routes/learning";

  @Autowired private List<Chore> chores;

  @Test
  void whatWasTypedIsCountedOnceForTheCarrierThatTookIt() {
    whatOthersLeftFades();
    String typed = started();
    assertThat(check(typed, code(1)).status()).isEqualTo(200);
    number = freshNumber();
    started();
    text(1);
    number = freshNumber();
    String late = started();
    text(1);
    advance(Duration.ofMinutes(1));
    Answer again = resend(late);
    assertThat(again.status()).as(again.text()).isEqualTo(200);
    assertThat(check(late, code(2)).status()).isEqualTo(200);
    count();
    assertThat(sandbox()).as("people still have time").isEqualTo("none");
    advance(Duration.ofMinutes(11));
    count();
    count();
    assertThat(sandbox()).isEqualTo("3 1");
  }

  @Test
  void tenantsThatDoNotRunTheInstallationDoNotSeeIt() {
    TestTenant other = newTenant(without(Scope.LINKS_READ));
    assertThat(get(other, LEARNING).status()).isEqualTo(403);
    JsonNode shown = get(tenant, LEARNING).json();
    assertThat(shown.path("mode").asString()).isEqualTo("shadow");
    assertThat(shown.path("low_conversion").asBoolean()).isTrue();
    assertThat(shown.path("half_life_seconds").asInt()).isEqualTo(6 * 3600);
  }

  private static Scope[] without(Scope left) {
    return java.util.Arrays.stream(Scope.values())
        .filter(Predicate.not(left::equals))
        .toArray(Scope[]::new);
  }

  /// The counts are those of the whole installation, of which other tests use the carrier, too.
  private void whatOthersLeftFades() {
    advance(Duration.ofDays(3));
    count();
  }

  private void count() {
    chores.stream().filter(chore -> chore.name().equals("count-code-outcomes")).forEach(Chore::run);
  }

  /// How many were sent and typed, a few minutes later at the most.
  private String sandbox() {
    return get(tenant, LEARNING)
        .json()
        .path("carriers")
        .valueStream()
        .filter(one -> one.path("carrier").asString().equals("sandbox"))
        .filter(one -> one.path("country").asString().equals("NL"))
        .map(one ->
            Math.round(one.path("sent").asDouble())
                + " "
                + Math.round(one.path("typed").asDouble()))
        .findFirst()
        .orElse("none");
  }
}
