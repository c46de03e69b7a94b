package io.tweestap.web;

import io.tweestap.shared.Network;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the program is reached over HTTP.
///
/// @param trustedProxies addresses (`10.0.0.7`) or networks (`10.0.0.0/8`) of the proxies that end
///   TLS; only their `X-Forwarded-*` headers are believed. Empty by default: nobody's are
@ConfigurationProperties(value = "tweestap.web", ignoreUnknownFields = false)
record WebProperties(@DefaultValue List<Network> trustedProxies) {
  WebProperties {
    trustedProxies = List.copyOf(trustedProxies);
  }

  boolean trusts(String address) {
    return trustedProxies.stream().anyMatch(network -> network.contains(address));
  }
}
