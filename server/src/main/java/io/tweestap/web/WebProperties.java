package io.tweestap.web;

import io.tweestap.shared.Network;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the program is reached over HTTP.
///
/// @param trustedProxies addresses (`10.0.0.7`) or networks (`10.0.0.0/8`) of the proxies that end
///   TLS; only their `X-Forwarded-*` headers are believed. Empty by default: nobody's are
/// @param drain how long the program goes on answering after it was told to stop, while balancers
///   see `/health` say so; 0 to 60 s
/// @param plainHttp whether other machines may call over plain HTTP in embedded mode; off by
///   default. On a PostgreSQL of one's own it changes nothing
@ConfigurationProperties(value = "tweestap.web", ignoreUnknownFields = false)
record WebProperties(
    @DefaultValue List<Network> trustedProxies,
    @DefaultValue("0s") Duration drain,
    @DefaultValue("false") boolean plainHttp) {
  private static final Duration DRAIN_MAX = Duration.ofSeconds(60);

  WebProperties {
    trustedProxies = List.copyOf(trustedProxies);
    if (drain.isNegative() || drain.compareTo(DRAIN_MAX) > 0) {
      throw new IllegalArgumentException("tweestap.web.drain is 0s to 60s");
    }
  }

  boolean trusts(String address) {
    return trustedProxies.stream().anyMatch(network -> network.contains(address));
  }
}
