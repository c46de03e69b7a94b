package io.tweestap.delivery.smpp;

import io.tweestap.vault.SealedColumns;
import java.util.List;
import org.springframework.stereotype.Component;

/// What the vault keeps readable here while keys rotate.
@Component
class LinkKeys implements SealedColumns {
  @Override
  public List<Group> sealed() {
    return List.of(Group.of("smpp_link", "key_id", "password_sealed"));
  }
}
