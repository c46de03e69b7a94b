package io.tweestap.page.sandbox;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The try-it page.
///
/// @param hosts names, without port, under which other machines may open the page; empty by
///   default: it answers to this machine only. Whoever opens it reads every code of the sandbox
@ConfigurationProperties(value = "tweestap.page.sandbox", ignoreUnknownFields = false)
record TryItProperties(@DefaultValue List<String> hosts) {
  TryItProperties {
    hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
  }
}
