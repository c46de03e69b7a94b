package io.tweestap.factor.token;

import io.tweestap.factor.token.jdbc.StoredToken;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.Place;
import io.tweestap.vault.Sealed;
import io.tweestap.vault.SealedColumns;
import io.tweestap.vault.Vault;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Seals and opens the seeds of tokens in stock (OTP-17).
@Component
class TokenSeeds implements SealedColumns {
  private static final String TABLE = "hardware_token";
  private static final String COLUMN = "seed_sealed";

  private final Vault vault;

  TokenSeeds(Vault vault) {
    this.vault = vault;
  }

  Sealed seal(TenantId tenant, UUID id, byte[] seed) {
    return vault.seal(place(tenant, id), seed);
  }

  /// Opens the seed of a token that is not retired.
  byte[] open(TenantId tenant, StoredToken stored) {
    byte[] sealed = stored.sealed();
    if (sealed == null) {
      throw new IllegalStateException("the token is retired");
    }
    return vault.open(place(tenant, stored.token().id()), sealed);
  }

  @Override
  public List<Group> sealed() {
    return List.of(Group.of(TABLE, "key_id", COLUMN));
  }

  private static Place place(TenantId tenant, UUID id) {
    return new Place(tenant, TABLE, COLUMN, id);
  }
}
