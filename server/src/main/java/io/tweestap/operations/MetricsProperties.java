package io.tweestap.operations;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the figures of this process are read.
///
/// @param port of `/metrics`; null: nowhere
/// @param address of the network interface; loopback unless there is a token
/// @param token what a reader sends as `Authorization: Bearer`, 32 characters at least; null: on
///   loopback nothing is asked
@ConfigurationProperties(value = "tweestap.metrics", ignoreUnknownFields = false)
record MetricsProperties(
    @Nullable Integer port, @DefaultValue("127.0.0.1") String address, @Nullable String token) {
  private static final int TOKEN_MIN = 32;
  private static final int PORT_MAX = 65_535;

  MetricsProperties {
    if (port != null && (port < 0 || port > PORT_MAX)) {
      throw new IllegalArgumentException("tweestap.metrics.port must be 0 to 65535");
    }
    if (token != null && token.length() < TOKEN_MIN) {
      throw new IllegalArgumentException(
          "tweestap.metrics.token must have at least " + TOKEN_MIN + " characters");
    }
    if (port != null && token == null && !interfaceOf(address).isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "tweestap.metrics.address reaches beyond this machine: set tweestap.metrics.token too");
    }
  }

  InetAddress bindTo() {
    return interfaceOf(address);
  }

  private static InetAddress interfaceOf(String address) {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("tweestap.metrics.address is not an address", e);
    }
  }

  @Override
  public String toString() {
    return "MetricsProperties[" + address + ":" + port + "]";
  }
}
