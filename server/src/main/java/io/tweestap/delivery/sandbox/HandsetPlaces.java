package io.tweestap.delivery.sandbox;

import io.tweestap.shared.TenantId;
import io.tweestap.vault.Place;
import java.util.UUID;

/// Where the sealed values of a handset stand.
final class HandsetPlaces {
  private static final String TABLE = "sandbox_message";

  private HandsetPlaces() {}

  static Place recipient(TenantId tenant, UUID id) {
    return new Place(tenant, TABLE, "recipient_sealed", id);
  }

  static Place content(TenantId tenant, UUID id) {
    return new Place(tenant, TABLE, "content_sealed", id);
  }
}
