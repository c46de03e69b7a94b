package io.tweestap.delivery.jdbc;

import io.tweestap.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/// What names a message: its tenant and its id.
public record Key(TenantId tenant, UUID id) {
  static Key of(ResultSet row) throws SQLException {
    return new Key(
        new TenantId(row.getObject("tenant_id", UUID.class)), row.getObject("id", UUID.class));
  }
}
