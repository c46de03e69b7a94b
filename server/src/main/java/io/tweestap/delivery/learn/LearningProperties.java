package io.tweestap.delivery.learn;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What codes that people typed may change about the choice of carriers.
///
/// @param mode whether learning chooses, or only says what it would choose
/// @param lowConversion whether a carrier of which far fewer codes are typed than of another is
///   asked after the others
/// @param probeShare the share of codes that such a one gets all the same, so that it can come
///   back, 0 to 0.5
/// @param halfLife after this time a code counts half, 10 minutes to 7 days
/// @param costWeight how much of the share of typed codes one unit of cost weighs up, 0 or more
/// @param costs of one code, by carrier, all in the same unit; what is not named costs nothing
@ConfigurationProperties(value = "tweestap.routing", ignoreUnknownFields = false)
record LearningProperties(
    @DefaultValue("shadow") LearningMode mode,
    @DefaultValue("true") boolean lowConversion,
    @DefaultValue("0.05") double probeShare,
    @DefaultValue("6h") Duration halfLife,
    @DefaultValue("1") double costWeight,
    @DefaultValue Map<String, Double> costs) {
  private static final Duration LEAST = Duration.ofMinutes(10);
  private static final Duration MOST = Duration.ofDays(7);

  LearningProperties {
    costs = Map.copyOf(costs);
    if (!(probeShare >= 0 && probeShare <= 0.5)) {
      throw new IllegalArgumentException("tweestap.routing.probe-share must be 0 to 0.5");
    }
    if (halfLife.compareTo(LEAST) < 0 || halfLife.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("tweestap.routing.half-life must be 10m to 7d");
    }
    if (!(costWeight >= 0) || !costs.values().stream().allMatch(cost -> cost >= 0)) {
      throw new IllegalArgumentException("costs and tweestap.routing.cost-weight are not negative");
    }
  }
}
