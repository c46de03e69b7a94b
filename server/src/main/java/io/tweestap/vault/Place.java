package io.tweestap.vault;

import io.tweestap.shared.TenantId;
import java.util.UUID;

/// Where a sealed value stands. It is bound into the seal, so that a value copied to another row,
/// column, table or tenant cannot be opened there.
public record Place(TenantId tenant, String table, String column, UUID row) {}
