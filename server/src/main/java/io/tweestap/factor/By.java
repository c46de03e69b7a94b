package io.tweestap.factor;

import io.tweestap.audit.Actor;
import java.util.Optional;

/// Who changes something, for the audit.
///
/// @param actor as in [io.tweestap.audit.AuditEvent#actor]
/// @param sourceIp from where, if that is known
public record By(String actor, Optional<String> sourceIp) {
  /// The program by itself.
  public static final By SYSTEM = new By(Actor.SYSTEM, Optional.empty());
}
