package io.tweestap.client.policy;

import io.tweestap.client.http.Body;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which exemptions to list; those of all conditions at once.
public final class ExemptionFilter extends Body<ExemptionFilter> {
  private ExemptionFilter(Map<String, @Nullable Object> fields) {
    super(fields, ExemptionFilter::new);
  }

  /// Without any condition.
  public static ExemptionFilter all() {
    return new ExemptionFilter(Map.of());
  }

  /// Only in this state.
  public ExemptionFilter state(ExemptionState state) {
    return with("state", state);
  }

  /// Only those whose end lies before this moment.
  public ExemptionFilter endingBefore(Instant endingBefore) {
    return with("ending_before", endingBefore);
  }
}
