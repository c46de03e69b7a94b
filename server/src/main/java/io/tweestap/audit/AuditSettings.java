package io.tweestap.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long events are kept, and how soon they are sealed.
///
/// @param keepActivity of what people did; at least a day
/// @param keepAdministration of what was set; at least as long
/// @param sealEvery the pause between two rounds of sealing
@ConfigurationProperties(value = "tweestap.audit", ignoreUnknownFields = false)
public record AuditSettings(
    @DefaultValue("365d") Duration keepActivity,
    @DefaultValue("1095d") Duration keepAdministration,
    @DefaultValue("5s") Duration sealEvery) {
  private static final Duration SHORTEST = Duration.ofDays(1);
  private static final Duration SOONEST = Duration.ofMillis(100);

  public AuditSettings {
    if (keepActivity.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("tweestap.audit.keep-activity must be at least a day");
    }
    if (keepAdministration.compareTo(keepActivity) < 0) {
      throw new IllegalArgumentException(
          "tweestap.audit.keep-administration must be at least tweestap.audit.keep-activity");
    }
    if (sealEvery.compareTo(SOONEST) < 0) {
      throw new IllegalArgumentException("tweestap.audit.seal-every must be at least 100ms");
    }
  }

  /// How long events of a class are kept.
  public Duration keep(Retention retention) {
    return switch (retention) {
      case ACTIVITY -> keepActivity;
      case ADMINISTRATION -> keepAdministration;
    };
  }
}
