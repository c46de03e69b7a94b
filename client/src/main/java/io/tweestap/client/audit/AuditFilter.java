package io.tweestap.client.audit;

import io.tweestap.client.http.Body;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which events to read; those of all conditions at once.
public final class AuditFilter extends Body<AuditFilter> {
  private AuditFilter(Map<String, @Nullable Object> fields) {
    super(fields, AuditFilter::new);
  }

  /// Without any condition.
  public static AuditFilter all() {
    return new AuditFilter(Map.of());
  }

  /// Only events of this kind.
  public AuditFilter action(String action) {
    return with("action", action);
  }

  /// Only what this one did, written as in the answers.
  public AuditFilter actor(String actor) {
    return with("actor", actor);
  }

  /// Only what was done on this user: the audit pseudonym.
  public AuditFilter subject(UUID subject) {
    return with("subject", subject);
  }

  /// Only what ended like this.
  public AuditFilter result(AuditResult result) {
    return with("result", result);
  }

  /// Only what came from the network of this IP address, or from this network.
  public AuditFilter source(String source) {
    return with("source", source);
  }

  /// Only what happened at this moment or later.
  public AuditFilter from(Instant from) {
    return with("from", from);
  }

  /// Only what happened before this moment.
  public AuditFilter to(Instant to) {
    return with("to", to);
  }
}
