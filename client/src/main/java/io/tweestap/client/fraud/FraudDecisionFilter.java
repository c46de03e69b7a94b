package io.tweestap.client.fraud;

import io.tweestap.client.http.Body;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which decisions to list; those of all conditions at once.
public final class FraudDecisionFilter extends Body<FraudDecisionFilter> {
  private FraudDecisionFilter(Map<String, @Nullable Object> fields) {
    super(fields, FraudDecisionFilter::new);
  }

  /// Without any condition.
  public static FraudDecisionFilter all() {
    return new FraudDecisionFilter(Map.of());
  }

  /// Only those with this action.
  public FraudDecisionFilter action(FraudAction action) {
    return with("action", action);
  }

  /// Only those that broke this rule.
  public FraudDecisionFilter rule(FraudRule rule) {
    return with("rule", rule);
  }

  /// Only those for numbers of this country.
  ///
  /// @param country ISO 3166-1 alpha-2, two capital letters
  public FraudDecisionFilter country(String country) {
    return with("country", country);
  }

  /// Only those made at this moment or later.
  public FraudDecisionFilter since(Instant since) {
    return with("since", since);
  }

  /// Only those made before this moment.
  public FraudDecisionFilter until(Instant until) {
    return with("until", until);
  }
}
