package io.tweestap.delivery.sandbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The sandbox carrier.
///
/// @param enabled whether it is there without the embedded database too. Its handsets show whole
///   messages to whoever holds the scope `sandbox:read`: for trying things out only. Off by default
@ConfigurationProperties(value = "tweestap.carrier.sandbox", ignoreUnknownFields = false)
record SandboxProperties(@DefaultValue("false") boolean enabled) {}
