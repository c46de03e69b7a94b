package io.tweestap.policy.rule;

import io.tweestap.policy.Facts;
import io.tweestap.policy.Policy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Whether a user is to be reminded now that a date comes near: one without a second factor, who is
/// not exempt, once for each number of days that a policy names.
///
/// @param days the step: the least of the policy's numbers that the days left are within
public record ReminderStep(LocalDate date, int days) {
  /// Empty when nothing is to be said now. The days left are counted by calendar, in the zone of
  /// the policy that requires it first, and so is the step.
  public static Optional<ReminderStep> of(List<Policy> policies, Facts facts) {
    if (facts.enrolled() || facts.exempt()) {
      return Optional.empty();
    }
    List<Policy> concerned =
        policies.stream().filter(policy -> policy.concerns(facts.groups())).toList();
    return RequiredDate.earliest(concerned, facts)
        .filter(date -> !date.hasCome())
        .flatMap(date -> step(date, concerned, facts.zone()));
  }

  /// Whoever names days for it, of the policies that speak to the user, reminds.
  private static Optional<ReminderStep> step(
      RequiredDate required, List<Policy> concerned, ZoneId otherwise) {
    ZoneId zone = required.policy().terms().zone().orElse(otherwise);
    long left = daysLeft(required.now(), required.date(), zone);
    return concerned.stream()
        .filter(policy -> policy.terms().requiredFrom().isPresent())
        .flatMap(policy -> policy.remindDays().stream())
        .filter(days -> left <= days)
        .min(Integer::compare)
        .map(days -> new ReminderStep(required.date(), days));
  }

  private static long daysLeft(Instant now, LocalDate date, ZoneId zone) {
    return ChronoUnit.DAYS.between(now.atZone(zone).toLocalDate(), date);
  }
}
