package io.tweestap.policy.web;

import io.tweestap.factor.FactorKind;
import io.tweestap.policy.Decision;
import io.tweestap.policy.Facts;
import io.tweestap.policy.Reason;
import io.tweestap.policy.UserPolicies.UserPolicy;
import io.tweestap.policy.forecast.ForecastOutcome;
import io.tweestap.policy.text.ReasonTexts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `GET /v1/users/{ref}/policy`: what the policies mean for a user, and why.
///
/// @param decision of a login now, on a browser that nobody remembers
/// @param text the decision in words
/// @param requiredFrom from when a second step is required
/// @param skipsLeft how often enrollment may still be put off; absent without a limit
/// @param allowedKinds that may be proven or set up
record DecisionView(
    String user,
    String decision,
    String text,
    @Nullable LocalDate requiredFrom,
    @Nullable LocalDate deadline,
    @Nullable Instant exemptUntil,
    @Nullable Integer skipsLeft,
    List<String> heldKinds,
    List<String> allowedKinds,
    @Nullable String atLeast,
    @Nullable String firstFactorProof,
    long stayLoggedInSeconds,
    long idleSeconds,
    long rememberBrowserSeconds,
    List<ReasonView> reasons) {
  static DecisionView of(String ref, UserPolicy found, ReasonTexts words) {
    Decision decision = found.decision();
    Facts facts = found.facts();
    ForecastOutcome outcome = ForecastOutcome.of(decision);
    return new DecisionView(
        ref,
        outcome.text(),
        words.word("outcome." + outcome.text()),
        found.requiredFrom().map(date -> date.date()).orElse(null),
        facts.deadline().orElse(null),
        facts.exempt() ? facts.exemption().orElseThrow().until() : null,
        skipsLeft(decision),
        kinds(facts.held()),
        allowed(decision),
        decision instanceof Decision.Challenge asked ? asked.atLeast().text() : null,
        decision instanceof Decision.Enroll enroll ? enroll.proof().text() : null,
        decision.session().stayLoggedIn().toSeconds(),
        decision.session().idle().toSeconds(),
        decision.rememberFor().toSeconds(),
        decision.reasons().stream().map(reason -> ReasonView.of(reason, words)).toList());
  }

  private static @Nullable Integer skipsLeft(Decision decision) {
    return decision instanceof Decision.Enroll enroll
            && enroll.skipsLeft() < Decision.Enroll.ANY_NUMBER
        ? enroll.skipsLeft()
        : null;
  }

  private static List<String> allowed(Decision decision) {
    return switch (decision) {
      case Decision.Challenge asked -> kinds(asked.allowed());
      case Decision.Enroll enroll -> kinds(enroll.allowed());
      case Decision.Pass _, Decision.Refuse _ -> List.of();
    };
  }

  private static List<String> kinds(Collection<FactorKind> kinds) {
    return kinds.stream().sorted().map(FactorKind::text).toList();
  }

  /// One reason.
  ///
  /// @param policy name of the policy that gave it
  record ReasonView(String code, @Nullable String policy, @Nullable String value, String text) {
    static ReasonView of(Reason reason, ReasonTexts words) {
      return new ReasonView(
          reason.kind().text(),
          reason.policy().orElse(null),
          Optional.of(reason.value()).filter(value -> !value.isEmpty()).orElse(null),
          words.sentence(reason));
    }
  }
}
