package io.tweestap.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.policy.Policy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// P6: who is reminded, and at which step.
class ReminderStepTest {
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "reminders.txt", delimiter = '|')
  void aStepIsTheLeastThatTheDaysLeftAreWithin(
      String title, String who, String moment, Integer days) {
    Optional<ReminderStep> step = ReminderStep.of(policies(), Who.read(who, moment).facts());

    assertThat(step.map(ReminderStep::days)).as(title).isEqualTo(Optional.ofNullable(days));
  }

  private static List<Policy> policies() {
    return List.of(
        reminding("Staff: for staff, at shop, required 2027-03-01, in Europe/Amsterdam"),
        reminding("Undated: for sales"));
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
