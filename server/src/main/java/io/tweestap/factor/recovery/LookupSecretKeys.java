package io.tweestap.factor.recovery;

import io.tweestap.vault.SealedColumns;
import java.util.List;
import org.springframework.stereotype.Component;

/// Keys that hashed codes still need: nobody knows the codes to hash them again, so a key stays
/// until the codes under it are used or replaced.
@Component
class LookupSecretKeys implements SealedColumns {
  @Override
  public List<Group> sealed() {
    return List.of();
  }

  @Override
  public List<HashKey> hashed() {
    return List.of(new HashKey("lookup_secret", "hash_key_id"));
  }
}
