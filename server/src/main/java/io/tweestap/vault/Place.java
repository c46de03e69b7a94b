package io.tweestap.vault;

import io.tweestap.shared.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Where a sealed value stands. It is bound into the seal, so that a value copied to another row,
/// column, table or tenant cannot be opened there.
public record Place(TenantId tenant, String table, String column, UUID row) {
  private static final byte[] DOMAIN = "tweestap seal".getBytes(StandardCharsets.UTF_8);

  public Place {
    if (table.isBlank() || column.isBlank()) {
      throw new IllegalArgumentException("a place has a table and a column");
    }
  }

  byte[] associatedData() {
    return Framed.of(
        DOMAIN,
        tenant.value(),
        table.getBytes(StandardCharsets.UTF_8),
        column.getBytes(StandardCharsets.UTF_8),
        ByteBuffer.allocate(16)
            .putLong(row.getMostSignificantBits())
            .putLong(row.getLeastSignificantBits())
            .array());
  }
}
