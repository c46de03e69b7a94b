package io.tweestap.factor.kind;

import io.tweestap.factor.FactorId;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.Place;
import io.tweestap.vault.Sealed;
import io.tweestap.vault.SealedColumns;
import io.tweestap.vault.Vault;
import java.util.List;
import org.springframework.stereotype.Component;

/// Seals and opens the secrets of factors (OTP-17).
@Component
public class FactorSecrets implements SealedColumns {
  private final Vault vault;

  FactorSecrets(Vault vault) {
    this.vault = vault;
  }

  /// Seals a secret for one factor.
  public Sealed seal(TenantId tenant, FactorId id, byte[] secret) {
    return vault.seal(place(tenant, id), secret);
  }

  /// Opens the secret of a factor that has one.
  public byte[] open(TenantId tenant, StoredFactor stored) {
    byte[] sealed = stored.sealed();
    if (sealed == null) {
      throw new IllegalStateException("the factor has no secret");
    }
    return vault.open(place(tenant, stored.id()), sealed);
  }

  @Override
  public List<Group> sealed() {
    return List.of(Group.of("factor", "key_id", "secret_sealed"));
  }

  private static Place place(TenantId tenant, FactorId id) {
    return new Place(tenant, "factor", "secret_sealed", id.value());
  }
}
