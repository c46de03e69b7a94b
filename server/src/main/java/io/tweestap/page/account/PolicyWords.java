package io.tweestap.page.account;

import io.tweestap.factor.FactorKind;
import io.tweestap.policy.Decision;
import io.tweestap.policy.Purpose;
import io.tweestap.policy.Reason;
import io.tweestap.policy.UserPolicies;
import io.tweestap.policy.UserPolicies.UserPolicy;
import io.tweestap.policy.rule.EnrollmentDate;
import io.tweestap.policy.text.ReasonTexts;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Says to a user what the organization asks.
@Component
class PolicyWords {
  private final UserPolicies policies;
  private final AccountWords words;
  private final Clock clock;

  PolicyWords(UserPolicies policies, AccountWords words, Clock clock) {
    this.policies = policies;
    this.words = words;
    this.clock = clock;
  }

  /// What is asked now, and what logging in is like.
  ///
  /// @param on whether a second step is set up
  List<String> now(TenantId tenant, User user, boolean on, Locale locale) {
    UserPolicy policy = policies.of(tenant, user, "", Purpose.LOGIN);
    var all = new ArrayList<String>();
    policy.requiredFrom().ifPresent(date -> all.add(required(date, locale)));
    if (on) {
      all.add(words.of("account.policy." + often(policy.decision()), locale));
    } else {
      without(policy, locale).ifPresent(all::add);
    }
    return all;
  }

  private static String often(Decision decision) {
    return switch (decision) {
      case Decision.Pass _ -> "seldom";
      case Decision.Challenge _ -> "asked";
      case Decision.Enroll _ -> "too_weak";
      case Decision.Refuse _ -> "refused";
    };
  }

  private String required(EnrollmentDate date, Locale locale) {
    String key = date.hasCome(clock.instant()) ? "since" : "from";
    return words.of("account.policy.required_" + key, locale, words.day(date.date(), locale));
  }

  /// What a login is like without a second step.
  private Optional<String> without(UserPolicy policy, Locale locale) {
    return switch (policy.decision()) {
      case Decision.Pass(_, List<Reason> reasons) -> first(reasons, policy, locale);
      case Decision.Challenge _ -> Optional.of(words.of("account.policy.stands_in", locale));
      case Decision.Enroll enroll ->
          Optional.of(
              enroll.required()
                  ? words.of("account.policy.must", locale)
                  : words.of("account.policy.may", locale));
      case Decision.Refuse refuse -> Optional.of(sentence(refuse.reason(), policy, locale));
    };
  }

  private Optional<String> first(List<Reason> reasons, UserPolicy policy, Locale locale) {
    return reasons.stream().findFirst().map(reason -> sentence(reason, policy, locale));
  }

  private static String sentence(Reason reason, UserPolicy policy, Locale locale) {
    return new ReasonTexts(locale, policy.facts().zone()).sentence(reason);
  }

  /// What happens at the next login once the user holds only these kinds; the worst first.
  ///
  /// @param kinds without any second factor among them
  List<String> afterRemoval(TenantId tenant, User user, Set<FactorKind> kinds, Locale locale) {
    UserPolicy policy = policies.supposing(tenant, user, kinds);
    var all = new ArrayList<String>();
    switch (policy.decision()) {
      case Decision.Refuse refuse -> {
        all.add(words.of("account.remove.locked_out", locale));
        all.add(sentence(refuse.reason(), policy, locale));
      }
      case Decision.Enroll enroll when enroll.required() ->
          all.add(words.of("account.remove.enroll", locale));
      case Decision.Challenge _ -> all.add(words.of("account.remove.stands_in", locale));
      case Decision.Enroll _, Decision.Pass _ ->
          all.add(words.of("account.remove.password_only", locale));
    }
    policy
        .requiredFrom()
        .filter(date -> !date.hasCome(clock.instant()))
        .ifPresent(date ->
            all.add(words.of("account.remove.from", locale, words.day(date.date(), locale))));
    return all;
  }

  /// Why nothing can be set up here, in a sentence.
  String refusal(User user, List<Reason> reasons, Locale locale) {
    return reasons.stream()
        .findFirst()
        .map(reason -> new ReasonTexts(locale, user.zone()).sentence(reason))
        .orElseGet(() -> words.of("account.blocked.unknown", locale));
  }
}
