package io.tweestap.user;

import io.tweestap.audit.AuditAction;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Shows in full what is kept about a user, and keeps in the audit that it was shown.
@Service
public class UserExports {
  /// What rooms keep about a user.
  ///
  /// @param parts by the name of each part
  public record Export(Instant at, Map<String, Object> parts) {}

  private final List<UserExport> rooms;
  private final UserAudit audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  UserExports(
      ObjectProvider<UserExport> rooms,
      UserAudit audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.rooms = rooms.orderedStream().toList();
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// Everything that rooms above keep about the user (PRV-6).
  public Export of(TenantId tenant, User user, String actor) {
    return transaction.execute(_ -> {
      Map<String, Object> parts = new TreeMap<>();
      rooms.forEach(room -> parts.put(room.name(), room.of(tenant, user.id())));
      audit.record(tenant, AuditAction.USER_EXPORTED, user.pseudonym(), actor, Map.of());
      return new Export(clock.instant(), parts);
    });
  }

  /// Keeps that somebody sees the addresses of a user in full. To be called before they are shown.
  public void revealed(TenantId tenant, User user, String actor) {
    audit.record(tenant, AuditAction.ADDRESS_REVEALED, user.pseudonym(), actor, Map.of());
  }
}
