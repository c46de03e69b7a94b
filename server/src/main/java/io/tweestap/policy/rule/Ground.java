package io.tweestap.policy.rule;

import io.tweestap.factor.FactorKind;
import io.tweestap.policy.Allowance;
import io.tweestap.policy.Decision;
import io.tweestap.policy.Facts;
import io.tweestap.policy.Policy;
import io.tweestap.policy.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a decision stands on: who speaks, and what the policies allow once the login is through.
///
/// @param limits why the session and the remembering are as long as they are
record Ground(Spoken spoken, Allowance allowance, List<Reason> limits) {
  static Ground of(List<Policy> policies, Facts facts) {
    Spoken spoken = Spoken.to(policies, facts);
    SessionLength session = SessionLength.of(spoken.policies());
    Remembering remembering = Remembering.of(spoken);
    var limits = new ArrayList<>(session.reasons());
    limits.addAll(remembering.reasons());
    return new Ground(spoken, new Allowance(session.limits(), remembering.time()), limits);
  }

  Facts facts() {
    return spoken.facts();
  }

  /// What must be met now.
  Kinds inForce() {
    return new Kinds(spoken.inForce());
  }

  Decision pass(List<Reason> reasons) {
    return new Decision.Pass(allowance, explained(reasons, List.of()));
  }

  Decision refuse(Reason reason, List<Reason> more) {
    var reasons = new ArrayList<>(List.of(reason));
    reasons.addAll(more);
    return new Decision.Refuse(reason, allowance, reasons);
  }

  Decision challenge(Set<FactorKind> allowed, boolean deviceBound, List<Reason> reasons) {
    return new Decision.Challenge(
        allowed,
        inForce().strength(),
        deviceBound,
        allowance,
        explained(reasons, inForce().reasons()));
  }

  List<Reason> explained(List<Reason> decisive, List<Reason> kinds) {
    var reasons = new ArrayList<>(decisive);
    reasons.addAll(kinds);
    reasons.addAll(limits);
    return reasons;
  }
}
