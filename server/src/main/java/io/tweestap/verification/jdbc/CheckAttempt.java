package io.tweestap.verification.jdbc;

import io.tweestap.shared.TenantId;
import java.util.List;
import java.util.UUID;

/// One check as the database compares it: the hash of what was typed under every key in use, and
/// the hash of the details under the same keys, in the same order.
public record CheckAttempt(
    TenantId tenant, UUID id, List<byte[]> codeHashes, List<byte[]> detailsHashes) {
  /// What must not be checked twice in one statement.
  public Key key() {
    return new Key(tenant, id);
  }

  @Override
  public String toString() {
    return "CheckAttempt[" + id + "]";
  }
}
