package io.tweestap.factor.apppassword;

import io.tweestap.vault.SealedColumns;
import java.util.List;
import org.springframework.stereotype.Component;

/// What the vault must know while keys rotate: a hash moves to the new key when its password is
/// used.
@Component
class AppPasswordKeys implements SealedColumns {
  @Override
  public List<Group> sealed() {
    return List.of();
  }

  @Override
  public List<HashKey> hashed() {
    return List.of(new HashKey("app_password", "hash_key_id"));
  }
}
