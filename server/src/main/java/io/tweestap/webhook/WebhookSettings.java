package io.tweestap.webhook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How webhooks are sent.
///
/// @param allowPrivateAddresses whether endpoints may be plain `http` and stand on private or
///   loopback addresses; for trying things out and for closed networks. Off by default
/// @param connectTimeout the longest that one connection may take to open
/// @param totalTimeout the longest that one attempt may take from look-up to answer
/// @param lease how long an attempt is another node's business; at least twice the total timeout
/// @param pollEvery how often to look for due deliveries when nothing was recorded on this node
/// @param callsAtOnce attempts that one node runs at the same time
/// @param callsPerEndpoint attempts to one endpoint that one node runs at the same time; an
///   endpoint whose last attempt failed gets one
@ConfigurationProperties(value = "tweestap.webhook", ignoreUnknownFields = false)
public record WebhookSettings(
    @DefaultValue("false") boolean allowPrivateAddresses,
    @DefaultValue("3s") Duration connectTimeout,
    @DefaultValue("10s") Duration totalTimeout,
    @DefaultValue("60s") Duration lease,
    @DefaultValue("1s") Duration pollEvery,
    @DefaultValue("128") int callsAtOnce,
    @DefaultValue("8") int callsPerEndpoint) {
  public WebhookSettings {
    requirePositive("connect-timeout", connectTimeout);
    requirePositive("total-timeout", totalTimeout);
    requirePositive("poll-every", pollEvery);
    if (lease.compareTo(totalTimeout.multipliedBy(2)) < 0) {
      throw new IllegalArgumentException(
          "tweestap.webhook.lease must be at least twice tweestap.webhook.total-timeout");
    }
    if (callsPerEndpoint < 1 || callsAtOnce < callsPerEndpoint) {
      throw new IllegalArgumentException(
          "tweestap.webhook.calls-at-once must be at least calls-per-endpoint, and that "
              + "at least 1");
    }
  }

  private static void requirePositive(String key, Duration value) {
    if (!value.isPositive()) {
      throw new IllegalArgumentException("tweestap.webhook." + key + " must be longer than zero");
    }
  }
}
