package io.tweestap.policy.rule;

import io.tweestap.policy.Policy;
import io.tweestap.policy.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a policy says about one thing, and which policy it is.
record Given<T>(T value, Policy policy) {
  /// The strictest of those that say something; of equals the first.
  ///
  /// @param strictness the least is the strictest
  static <T> Optional<Given<T>> strictest(
      List<Policy> policies, Function<Policy, Optional<T>> said, Comparator<? super T> strictness) {
    return policies.stream()
        .flatMap(policy -> said.apply(policy).map(value -> new Given<>(value, policy)).stream())
        .reduce((one, other) -> strictness.compare(other.value, one.value) < 0 ? other : one);
  }

  /// This reason, given by that policy.
  Reason signed(Reason reason) {
    return reason.by(policy.name());
  }
}
