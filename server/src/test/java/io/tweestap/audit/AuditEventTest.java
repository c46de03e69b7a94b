package io.tweestap.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditEventTest {
  @ParameterizedTest
  @DisplayName("PRV-8, invariant 5: whole numbers and mail addresses are refused in details")
  @ValueSource(
      strings = {
        "+31612345678",
        "+31 6 12 34 56 78",
        "called back at +31 (0)6-12345678",
        "0031612345678",
        "anna@example.org",
        "told anna.jansen+work@mail.example.org about it"
      })
  void wholeNumbersAndAddressesAreRefused(String value) {
    assertThatThrownBy(() -> event(Map.of("reason", value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(value);
    assertThat(AuditEvent.words(value)).doesNotContain("12345678", "anna", "345678");
    assertThat(event(Map.of("reason", AuditEvent.words(value))).details()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01997ec1-0000-7000-8000-123456789012",
        "+31******78",
        "a***@example.org",
        "2026-03-01T10:00:00.000000Z",
        "12500.00",
        "ubbc08123456",
        "totp"
      })
  void idsMaskedOnesTimesAndAmountsAreNot(String value) {
    assertThat(event(Map.of("what", value)).details()).containsEntry("what", value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"code", "secret", "password", "seed", "pin", "phone", "Name", "a b", ""})
  @DisplayName("PRV-8: a detail cannot be named for a secret")
  void namesOfSecretsAreRefused(String name) {
    assertThatThrownBy(() -> event(Map.of(name, "x"))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void longAndManyDetailsAreRefused() {
    assertThatThrownBy(() -> event(Map.of("reason", "x".repeat(201))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(AuditEvent.words("x".repeat(300))).hasSize(200);
    assertThat(AuditEvent.words("one\r\ntwo")).isEqualTo("one  two");
  }

  @ParameterizedTest
  @DisplayName("PRV-7: of an IP address only the network is kept")
  @CsvSource({
    "203.0.113.77, 203.0.113.0/24",
    "203.0.113.0/24, 203.0.113.0/24",
    "2001:db8:7:1:2:3:4:5, 2001:db8:7:0:0:0:0:0/48",
    "::ffff:203.0.113.77, 203.0.113.0/24",
  })
  void sourcesAreShortened(String given, String kept) {
    assertThat(from(given).source()).contains(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "unknown", "", "203.0.113", "256.1.1.1"})
  void whatIsNoAddressIsUnknown(String given) {
    assertThat(from(given).source().filter(kept -> !kept.endsWith("/24"))).isEmpty();
  }

  @Test
  void everyActionHasATextOfItsOwn() {
    assertThat(AuditAction.values())
        .allMatch(action -> action.text().matches("[a-z_]{2,20}\\.[a-z_]{2,20}"))
        .allMatch(action -> AuditAction.of(action.text()).orElseThrow() == action);
    assertThat(Arrays.stream(AuditAction.values()).map(AuditAction::text)).doesNotHaveDuplicates();
  }

  @Test
  void staffStandBehindTheClientThatNamesThem() {
    assertThat(Actor.staff("Anna\n" + "x".repeat(200), "c1"))
        .startsWith("staff:Anna x")
        .endsWith("x via client:c1")
        .hasSizeLessThan(200);
  }

  private static AuditEvent event(Map<String, String> details) {
    return new AuditEvent(
        AuditAction.USER_CHANGED,
        Actor.SYSTEM,
        Optional.of(new UUID(1, 2)),
        Optional.empty(),
        AuditResult.SUCCESS,
        details);
  }

  private static AuditEvent from(String source) {
    return AuditEvent.success(
        AuditAction.FACTOR_BOUND, Actor.USER, Optional.empty(), Optional.of(source));
  }
}
