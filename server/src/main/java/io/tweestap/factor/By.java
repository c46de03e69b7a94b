package io.tweestap.factor;

import io.tweestap.audit.Actor;
import io.tweestap.shared.IpAddress;
import java.util.Optional;

/// Who changes something, for the audit.
///
/// @param actor as in [io.tweestap.audit.AuditEvent#actor]
/// @param sourceIp from where, if that is known: an IP address
public record By(String actor, Optional<String> sourceIp) {
  /// The program by itself.
  public static final By SYSTEM = new By(Actor.SYSTEM, Optional.empty());

  /// The source as failures are counted by it: of an IPv6 address the visitor's own network.
  public Optional<String> counted() {
    return sourceIp.map(IpAddress::countedAs);
  }
}
