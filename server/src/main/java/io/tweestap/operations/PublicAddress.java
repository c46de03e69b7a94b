package io.tweestap.operations;

import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Where browsers reach this server: the origin of its pages. Tweestap never takes it from the
/// `Host` header of a request, which whoever asks may choose.
@Component
public class PublicAddress {
  private final PublicProperties properties;
  private final Environment environment;

  PublicAddress(PublicProperties properties, Environment environment) {
    this.properties = properties;
    this.environment = environment;
  }

  /// Scheme, host and port if it is not the usual one, without a slash at the end. Without a
  /// setting: this machine, as a browser on it sees the server.
  public URI get() {
    URI given = properties.address();
    return given == null
        ? URI.create("http://localhost:" + environment.getProperty("local.server.port", "8080"))
        : given;
  }
}
