package io.tweestap.policy.rule;

import io.tweestap.policy.Decision.Enroll;
import io.tweestap.policy.Facts;
import io.tweestap.policy.Reason;
import io.tweestap.policy.ReasonKind;
import io.tweestap.policy.exemption.ExemptionFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Whether a user must have set up a second step by now.
sealed interface Demand {
  /// It must be there.
  ///
  /// @param date since when, or until when it could have been put off
  /// @param skipsUsedUp whether only the skips ran out before the date
  record Now(RequiredDate date, boolean skipsUsedUp, List<Reason> reasons) implements Demand {}

  /// It may be set up, and put off so many times.
  ///
  /// @param date from which it is required; empty when it never is
  record Offered(Optional<RequiredDate> date, int skipsLeft, List<Reason> reasons)
      implements Demand {}

  /// It is not asked for.
  record Nothing(List<Reason> reasons) implements Demand {}

  /// An exemption goes before every date; then the date; then the skips, once it is offered at all.
  static Demand on(Spoken spoken) {
    Facts facts = spoken.facts();
    Optional<RequiredDate> date = RequiredDate.earliest(spoken.asking(), facts);
    if (facts.exempt()) {
      return new Nothing(exempt(facts.exemption().orElseThrow()));
    }
    if (date.filter(RequiredDate::hasCome).isPresent()) {
      return new Now(date.get(), false, date.get().reasons());
    }
    Optional<Reason> notYet = Availability.notYet(spoken.asking(), facts);
    if (notYet.isPresent()) {
      return new Nothing(List.of(notYet.get()));
    }
    return date.map(until -> beforeTheDate(until, spoken))
        .orElseGet(() -> new Offered(Optional.empty(), Enroll.ANY_NUMBER, offered()));
  }

  private static Demand beforeTheDate(RequiredDate until, Spoken spoken) {
    var reasons = new ArrayList<Reason>();
    Optional<Given<Integer>> most =
        Given.strictest(spoken.asking(), p -> p.terms().skipsMax(), Comparator.naturalOrder());
    int left = most.map(max -> max.value() - spoken.facts().skipsUsed()).orElse(Enroll.ANY_NUMBER);
    most.map(max -> max.signed(skips(max.value(), left))).ifPresent(reasons::add);
    reasons.addAll(until.reasons());
    return left > 0
        ? new Offered(Optional.of(until), left, reasons)
        : new Now(until, true, reasons);
  }

  private static Reason skips(int most, int left) {
    return left > 0
        ? Reason.of(ReasonKind.SKIPS_LEFT, left)
        : Reason.of(ReasonKind.SKIPS_USED_UP, most);
  }

  private static List<Reason> exempt(ExemptionFact exemption) {
    return List.of(Reason.of(ReasonKind.EXEMPT_UNTIL, exemption.until()));
  }

  private static List<Reason> offered() {
    return List.of(Reason.of(ReasonKind.OFFERED));
  }
}
