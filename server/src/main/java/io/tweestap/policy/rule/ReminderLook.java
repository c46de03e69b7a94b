package io.tweestap.policy.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// How far reminders were looked for among the users of a tenant, and at whom to look next.
///
/// @param lookedAt whoever changed before this moment was looked at
/// @param allAt when everybody was looked at
/// @param policies what stood in the policies then, see [#printOf]
public record ReminderLook(Instant lookedAt, Instant allAt, UUID policies) {
  /// What changed a little before the last look may have become visible only after it.
  private static final Duration OVERLAP = Duration.ofMinutes(10);

  /// How long somebody may have to wait whose factor or exemption ended: nobody changed then.
  private static final Duration ALL_EVERY = Duration.ofDays(1);

  /// At whom to look.
  public sealed interface Scope {
    /// At every user.
    record Everybody() implements Scope {}

    /// At those who changed, and those whose own date is near.
    ///
    /// @param since the moment of the change, or later
    /// @param first the nearest date, or a later one
    /// @param last the farthest date
    record Changed(Instant since, LocalDate first, LocalDate last) implements Scope {}
  }

  /// Stands for all in the policies that reminders depend on: the same for the same ones, on every
  /// node.
  public static UUID printOf(List<Policy> policies) {
    String text =
        policies.stream()
            .map(policy ->
                "%s %s %s %s %s"
                    .formatted(
                        policy.id(),
                        policy.group(),
                        policy.terms().requiredFrom(),
                        policy.terms().zone(),
                        policy.remindDays()))
            .sorted()
            .collect(Collectors.joining("\n"));
    return UUID.nameUUIDFromBytes(text.getBytes(UTF_8));
  }

  /// Everybody when the policies are other ones, when a step began since everybody was looked at,
  /// and once a day while some step has begun and its date has not come; else only those who
  /// changed.
  public static Scope next(Optional<ReminderLook> last, List<Policy> policies, Instant now) {
    boolean same = last.filter(look -> look.policies().equals(printOf(policies))).isPresent();
    if (!same || last.get().isOld(policies, now)) {
      return new Scope.Everybody();
    }
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    return new Scope.Changed(
        last.get().lookedAt().minus(OVERLAP),
        today.minusDays(1),
        today.plusDays(1L + farthest(policies)));
  }

  private boolean isOld(List<Policy> policies, Instant now) {
    return policies.stream()
        .anyMatch(policy ->
            policy
                .terms()
                .requiredFrom()
                .filter(date -> isDue(policy, date, policies, now))
                .isPresent());
  }

  /// Any policy's days may count for any policy's date.
  private boolean isDue(Policy policy, LocalDate date, List<Policy> policies, Instant now) {
    ZoneId zone = policy.terms().zone().orElse(ZoneOffset.UTC);
    boolean over = !now.isBefore(date.atStartOfDay(zone).toInstant());
    return !over
        && policies.stream()
            .flatMap(one -> one.remindDays().stream())
            .map(days -> date.minusDays(days).atStartOfDay(zone).toInstant())
            .filter(begins -> !begins.isAfter(now))
            .anyMatch(begins -> begins.isAfter(allAt) || !allAt.plus(ALL_EVERY).isAfter(now));
  }

  private static int farthest(List<Policy> policies) {
    return policies.stream()
        .flatMap(policy -> policy.remindDays().stream())
        .max(Integer::compare)
        .orElse(0);
  }

  /// After a look at a scope, under these policies, that began at this moment.
  public static ReminderLook after(
      Scope scope, Optional<ReminderLook> last, List<Policy> policies, Instant now) {
    Instant all =
        switch (scope) {
          case Scope.Everybody() -> now;
          case Scope.Changed _ -> last.map(ReminderLook::allAt).orElse(now);
        };
    return new ReminderLook(now, all, printOf(policies));
  }
}
