package io.tweestap.limit;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Limits that whoever runs the installation sets for all tenants.
///
/// @param capacities capacity by the name of the limit (`sends_per_tenant_day`), 1 or more; a limit
///   that is not named keeps its default
@ConfigurationProperties(value = "tweestap.limit", ignoreUnknownFields = false)
public record LimitProperties(@DefaultValue Map<String, Integer> capacities) {
  public LimitProperties {
    capacities = Map.copyOf(capacities);
    capacities.forEach((name, capacity) -> {
      if (Limit.of(name).isEmpty()) {
        throw new IllegalArgumentException("there is no limit named " + name);
      }
      if (capacity < 1) {
        throw new IllegalArgumentException("the limit " + name + " must be 1 or more");
      }
    });
  }
}
