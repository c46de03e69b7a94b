package io.tweestap.webhook;

import io.tweestap.shared.TenantId;
import io.tweestap.vault.Place;
import io.tweestap.vault.Sealed;
import java.util.UUID;

/// An endpoint's secret as the row `id` of `webhook_secret`.
public record SealedSecret(UUID id, Sealed sealed) {
  /// Where such a secret stands, as bound into its seal.
  public static Place place(TenantId tenant, UUID id) {
    return new Place(tenant, "webhook_secret", "secret_sealed", id);
  }
}
