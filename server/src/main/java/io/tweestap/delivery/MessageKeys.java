package io.tweestap.delivery;

import io.tweestap.vault.SealedColumns;
import java.util.List;
import org.springframework.stereotype.Component;

/// What the vault keeps readable here while keys rotate.
@Component
class MessageKeys implements SealedColumns {
  @Override
  public List<Group> sealed() {
    return List.of(Group.of("message", "key_id", "recipient_sealed", "content_sealed"));
  }
}
