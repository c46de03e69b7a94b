package io.tweestap.audit;

import io.tweestap.vault.SealedColumns;
import java.util.List;
import org.springframework.stereotype.Component;

/// The keys that the chains still need: a link can only be verified with the key that made it.
@Component
class AuditKeys implements SealedColumns {
  @Override
  public List<Group> sealed() {
    return List.of();
  }

  @Override
  public List<HashKey> hashed() {
    return List.of(
        new HashKey("audit_event", "digest_key_id"),
        new HashKey("audit_event", "link_key_id"),
        new HashKey("audit_chain", "seal_key_id"));
  }
}
