package io.tweestap.factor.apppassword;

import io.tweestap.user.UserId;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An app password as it may be shown: never the password.
///
/// @param device what the user calls the device or program it is on, 1 to 100 characters
/// @param networks where it may be used from; empty: from anywhere
/// @param lastUsedAt to within five minutes; empty: never yet
public record AppPassword(
    UUID id,
    UserId user,
    ServiceName service,
    String device,
    List<SourceNetwork> networks,
    Optional<Instant> expiresAt,
    Optional<Instant> lastUsedAt,
    Instant createdAt) {
  /// The most networks that one password is bound to.
  public static final int NETWORKS_MAX = 20;

  /// The longest name of a device.
  public static final int DEVICE_MAX = 100;

  public AppPassword {
    networks = List.copyOf(networks);
    if (networks.size() > NETWORKS_MAX) {
      throw new IllegalArgumentException("an app password has at most 20 networks");
    }
    if (device.isBlank() || device.length() > DEVICE_MAX) {
      throw new IllegalArgumentException("a device has 1 to 100 characters");
    }
  }

  boolean isExpired(Instant now) {
    return expiresAt.isPresent() && !expiresAt.get().isAfter(now);
  }

  /// Without a known source only a password that may come from anywhere is right.
  boolean allows(Optional<InetAddress> source) {
    return networks.isEmpty()
        || source.isPresent()
            && networks.stream().anyMatch(network -> network.contains(source.get()));
  }
}
