package io.tweestap.tenant;

import io.tweestap.vault.SealedColumns;
import java.util.List;
import org.springframework.stereotype.Component;

/// What this room keeps under the vault's keys.
@Component
class TenantSecrets implements SealedColumns {
  @Override
  public List<Group> sealed() {
    return List.of(
        Group.of("test_number", "key_id", "number", "code").indexed("number_hash", "number"));
  }

  @Override
  public List<HashKey> hashed() {
    return List.of(new HashKey("api_client", "hash_key_id"));
  }
}
