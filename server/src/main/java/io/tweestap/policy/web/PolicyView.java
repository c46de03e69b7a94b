package io.tweestap.policy.web;

import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Strength;
import io.tweestap.policy.FirstFactorProof;
import io.tweestap.policy.Frequency;
import io.tweestap.policy.Policy;
import io.tweestap.policy.Profile;
import io.tweestap.policy.Purpose;
import io.tweestap.policy.StoredPolicy;
import io.tweestap.policy.Terms;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A policy in an answer; what it says nothing about is left out.
record PolicyView(
    UUID id,
    int version,
    String name,
    @Nullable String group,
    @Nullable String application,
    @Nullable LocalDate availableFrom,
    @Nullable LocalDate requiredFrom,
    @Nullable String timeZone,
    @Nullable List<String> allowedKinds,
    @Nullable String strength,
    @Nullable String frequency,
    @Nullable Integer frequencyDays,
    @Nullable Integer skipsMax,
    @Nullable Boolean lateEnrollment,
    @Nullable List<String> purposes,
    @Nullable String firstFactorProof,
    @Nullable Long stayLoggedInSeconds,
    @Nullable Long idleSeconds,
    @Nullable Long rememberBrowserDays,
    @Nullable String profile,
    List<Integer> remindDays,
    boolean exemptionsNeedApproval,
    Instant createdAt,
    Instant updatedAt) {
  static PolicyView of(StoredPolicy stored) {
    Policy policy = stored.policy();
    Terms terms = policy.terms();
    return new PolicyView(
        policy.id(),
        stored.version(),
        policy.name(),
        policy.group().orElse(null),
        policy.application().orElse(null),
        terms.availableFrom().orElse(null),
        terms.requiredFrom().orElse(null),
        terms.zone().map(ZoneId::getId).orElse(null),
        terms.kinds().map(kinds -> texts(kinds, FactorKind::text)).orElse(null),
        terms.strength().map(Strength::text).orElse(null),
        terms.frequency().map(PolicyView::text).orElse(null),
        terms.frequency().flatMap(PolicyView::days).orElse(null),
        terms.skipsMax().orElse(null),
        terms.lateEnrollment().orElse(null),
        terms.purposes().map(purposes -> texts(purposes, Purpose::text)).orElse(null),
        terms.proof().map(FirstFactorProof::text).orElse(null),
        terms.stay().loggedIn().map(Duration::toSeconds).orElse(null),
        terms.stay().idle().map(Duration::toSeconds).orElse(null),
        terms.stay().remember().map(Duration::toDays).orElse(null),
        terms.stay().profile().map(Profile::text).orElse(null),
        policy.remindDays(),
        policy.exemptionsApproved(),
        stored.createdAt(),
        stored.updatedAt());
  }

  private static String text(Frequency often) {
    return switch (often) {
      case Frequency.EveryLogin() -> "every_login";
      case Frequency.PerBrowser(_) -> "per_browser";
      case Frequency.ByRisk() -> "by_risk";
    };
  }

  private static Optional<Integer> days(Frequency often) {
    return often instanceof Frequency.PerBrowser(int days) ? Optional.of(days) : Optional.empty();
  }

  private static <T extends Comparable<T>> List<String> texts(
      Set<T> values, Function<T, String> text) {
    return values.stream().sorted().map(text).toList();
  }
}
