package io.tweestap.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.policy.Policy;
import io.tweestap.policy.rule.ReminderLook.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When everybody is looked at. The date is the first of March in Amsterdam; steps begin thirty,
/// fourteen, seven and one day before it at midnight there, 23:00 UTC of the day before.
class ReminderLookTest {
  private static final List<Policy> POLICIES =
      List.of(reminding("Staff: for staff, required 2027-03-01, in Europe/Amsterdam"));

  @ParameterizedTest(name = "{2}: everybody was looked at {0}, and it is {1}")
  @CsvSource({
    "2026-06-01T00:00:00Z, 2027-01-29T22:59:59Z, no step began, false",
    "2026-06-01T00:00:00Z, 2027-01-29T23:00:00Z, the first step begins, true",
    "2027-01-29T23:00:00Z, 2027-01-30T00:00:00Z, it was looked at, false",
    "2027-01-29T23:00:00Z, 2027-01-30T22:59:59Z, not a day since, false",
    "2027-01-29T23:00:00Z, 2027-01-30T23:00:00Z, a day since, true",
    "2027-02-14T20:00:00Z, 2027-02-14T22:59:59Z, before the step, false",
    "2027-02-14T20:00:00Z, 2027-02-14T23:00:00Z, the second step begins, true",
    "2027-02-27T20:00:00Z, 2027-02-27T23:00:00Z, the last step begins, true",
    "2027-02-27T23:00:00Z, 2027-02-28T22:59:59Z, the last moment of it, false",
    "2027-01-01T00:00:00Z, 2027-02-28T23:00:00Z, the date has come, false",
  })
  void everybodyIsLookedAtWhenAStepBegins(
      Instant all, Instant now, String title, boolean everybody) {
    Optional<ReminderLook> last =
        Optional.of(new ReminderLook(all, all, ReminderLook.printOf(POLICIES)));

    assertThat(ReminderLook.next(last, POLICIES, now) instanceof Scope.Everybody)
        .as(title)
        .isEqualTo(everybody);
  }

  @Test
  void othersAreThoseWhoChangedAndThoseWhoseOwnDateIsNear() {
    Instant now = Instant.parse("2026-11-24T12:00:00Z");
    Instant looked = now.minus(Duration.ofHours(1));
    Optional<ReminderLook> last =
        Optional.of(new ReminderLook(looked, looked, ReminderLook.printOf(POLICIES)));

    Scope scope = ReminderLook.next(last, POLICIES, now);

    assertThat(scope)
        .isEqualTo(
            new Scope.Changed(
                looked.minus(Duration.ofMinutes(10)),
                LocalDate.parse("2026-11-23"),
                LocalDate.parse("2026-12-25")));
    assertThat(ReminderLook.after(scope, last, POLICIES, now).allAt()).isEqualTo(looked);
  }

  @Test
  void otherPoliciesAndTheFirstLookMeanEverybody() {
    Instant now = Instant.parse("2026-11-24T12:00:00Z");
    List<Policy> others =
        List.of(reminding("Staff: for staff, required 2027-03-02, in Europe/Amsterdam"));
    Optional<ReminderLook> last =
        Optional.of(new ReminderLook(now, now, ReminderLook.printOf(others)));

    assertThat(ReminderLook.next(last, POLICIES, now)).isEqualTo(new Scope.Everybody());
    assertThat(ReminderLook.next(Optional.empty(), POLICIES, now)).isEqualTo(new Scope.Everybody());
  }

  private static Policy reminding(String words) {
    Policy read = PolicyWords.read(words);
    return new Policy(
        read.id(),
        read.name(),
        read.group(),
        read.application(),
        read.terms(),
        List.of(30, 14, 7, 1),
        false);
  }
}
