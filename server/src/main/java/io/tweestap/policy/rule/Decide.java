package io.tweestap.policy.rule;

import io.tweestap.factor.FactorKind;
import io.tweestap.policy.Decision;
import io.tweestap.policy.Facts;
import io.tweestap.policy.Policy;
import io.tweestap.policy.Purpose;
import io.tweestap.policy.Reason;
import io.tweestap.policy.ReasonKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What the policies of a tenant say about one login: the story of a decision from top to bottom.
/// Where several policies speak, the strictest wins field by field.
public final class Decide {
  private Decide() {}

  /// Decides. The same policies and facts give the same decision, at any time and place.
  public static Decision decide(List<Policy> policies, Facts facts) {
    Ground ground = Ground.of(policies, facts);
    return switch (facts.state()) {
      case SUSPENDED -> ground.refuse(Reason.of(ReasonKind.USER_SUSPENDED), List.of());
      case CLOSED -> ground.refuse(Reason.of(ReasonKind.USER_CLOSED), List.of());
      case ACTIVE ->
          facts.held().isEmpty() ? withoutAnything(ground) : withSomethingToProve(ground);
    };
  }

  /// The kinds of second factor that meet what is asked of a user: also by policies whose date is
  /// still to come, so that nobody sets up twice; where nothing does, by those that hold already.
  public static Set<FactorKind> accepted(List<Policy> policies, Facts facts) {
    Spoken spoken = Spoken.to(policies, facts);
    Set<FactorKind> all = new Kinds(spoken.asking()).accepted();
    return all.isEmpty() ? new Kinds(spoken.inForce()).accepted() : all;
  }

  /// A password reset adds no factor: whoever holds the mailbox would add one of their own.
  private static Decision withoutAnything(Ground ground) {
    if (ground.facts().purpose() == Purpose.PASSWORD_RESET) {
      return ground.pass(List.of(Reason.of(ReasonKind.NOTHING_TO_PROVE)));
    }
    if (ground.spoken().purposeLeftOut() && ground.facts().purpose() != Purpose.ACCOUNT) {
      return ground.pass(List.of(Reason.of(ReasonKind.PURPOSE_LEFT_OUT)));
    }
    return switch (Demand.on(ground.spoken())) {
      case Demand.Now now -> new Enrolling(ground).now(now);
      case Demand.Offered offered -> new Enrolling(ground).offer(offered);
      case Demand.Nothing(List<Reason> reasons) -> ground.pass(reasons);
    };
  }

  private static Decision withSomethingToProve(Ground ground) {
    Facts facts = ground.facts();
    AskAgain again = AskAgain.at(ground.spoken(), ground.allowance().rememberFor());
    if (ground.spoken().purposeLeftOut() && !again.asked()) {
      return ground.pass(again.reasons());
    }
    Set<FactorKind> usable = ground.inForce().usable(facts);
    if (usable.isEmpty()
        && facts.purpose() != Purpose.PASSWORD_RESET
        && Demand.on(ground.spoken()) instanceof Demand.Now now
        && !(now.skipsUsedUp() && facts.enrolled())) {
      return new Enrolling(ground).now(now);
    }
    if (!facts.enrolled()) {
      Reason standsIn = Reason.of(ReasonKind.STANDS_IN, facts.held());
      return ground.challenge(facts.held(), false, List.of(standsIn));
    }
    if (!again.asked()) {
      return ground.pass(again.reasons());
    }
    return usable.isEmpty()
        ? challengeWithTheBest(ground, again)
        : ground.challenge(usable, ground.inForce().deviceBound(), again.reasons());
  }

  /// Less than asked for, and better than nothing: before the date, for the exempt, at a reset.
  private static Decision challengeWithTheBest(Ground ground, AskAgain again) {
    Set<FactorKind> best = Kinds.strongest(ground.facts().held());
    var reasons = new ArrayList<>(again.reasons());
    reasons.add(Reason.of(ReasonKind.HELD_TOO_WEAK, best));
    return ground.challenge(best, false, reasons);
  }
}
