package io.tweestap.webhook;

import java.util.Locale;

/// Why the last attempt of a delivery failed; few words, so that an endpoint's owner learns nothing
/// about the network that Tweestap runs in.
public enum DeliveryError {
  /// It answered with a status other than 2xx.
  STATUS,
  /// No whole answer in time.
  TIMEOUT,
  /// The host name has no address.
  HOST_UNKNOWN,
  /// The host leads to an address that is not allowed.
  ADDRESS_NOT_ALLOWED,
  /// The certificate is not valid for the host, or TLS failed otherwise.
  TLS,
  /// The connection was refused or broke.
  CONNECTION,
  /// It could not be signed or sent through a fault on our side.
  INTERNAL,
  /// The endpoint was disabled or deleted before.
  ENDPOINT_GONE;

  /// As it stands in the API and the database.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
