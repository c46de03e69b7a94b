package io.tweestap.user;

import io.tweestap.vault.SealedColumns;
import java.util.List;
import org.springframework.stereotype.Component;

/// What the vault keeps readable here while keys rotate.
@Component
class UserKeys implements SealedColumns {
  @Override
  public List<Group> sealed() {
    return List.of(
        Group.of("user_address", "key_id", "address_sealed")
            .indexed("address_index", "address_sealed"));
  }
}
