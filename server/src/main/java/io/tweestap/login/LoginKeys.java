package io.tweestap.login;

import io.tweestap.vault.SealedColumns;
import java.util.List;
import org.springframework.stereotype.Component;

/// What the vault keeps readable here while keys rotate.
@Component
class LoginKeys implements SealedColumns {
  @Override
  public List<Group> sealed() {
    return List.of(Group.of("login", "key_id", "details_sealed"));
  }
}
