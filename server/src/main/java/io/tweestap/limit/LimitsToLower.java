package io.tweestap.limit;

import io.tweestap.tenant.LimitNames;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Tells the tenants' settings which limits exist and how far each may go.
@Component
class LimitsToLower implements LimitNames {
  private final Map<String, Integer> defaults;

  LimitsToLower(LimitProperties properties) {
    this.defaults =
        Arrays.stream(Limit.values())
            .collect(
                Collectors.toUnmodifiableMap(
                    Limit::text,
                    limit -> properties.capacities().getOrDefault(limit.text(), limit.capacity())));
  }

  @Override
  public Map<String, Integer> defaults() {
    return defaults;
  }
}
