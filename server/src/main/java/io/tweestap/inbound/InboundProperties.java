package io.tweestap.inbound;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How messages in are taken.
///
/// @param tenant whose the messages are that come to a number nobody was given, over a carrier of
///   the settings; null: the tenant of the first start in embedded mode, else nobody, and the
///   carrier is asked to keep them
/// @param partsWithin how long the parts of a message are waited for, 1 minute to 24 hours
@ConfigurationProperties(value = "tweestap.inbound", ignoreUnknownFields = false)
public record InboundProperties(@Nullable UUID tenant, @DefaultValue("10m") Duration partsWithin) {
  public InboundProperties {
    if (partsWithin.compareTo(Duration.ofMinutes(1)) < 0
        || partsWithin.compareTo(Duration.ofHours(24)) > 0) {
      throw new IllegalArgumentException("tweestap.inbound.parts-within is 1m to 24h");
    }
  }
}
