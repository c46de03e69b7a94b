package io.tweestap.login.browser;

import io.tweestap.vault.SealedColumns;
import java.util.List;
import org.springframework.stereotype.Component;

/// Which keys the hashes of browser tokens still need.
@Component
class BrowserKeys implements SealedColumns {
  @Override
  public List<Group> sealed() {
    return List.of();
  }

  @Override
  public List<HashKey> hashed() {
    return List.of(new HashKey("browser", "hash_key_id"));
  }
}
