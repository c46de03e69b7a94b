package io.tweestap.delivery.sandbox;

import io.tweestap.vault.SealedColumns;
import java.util.List;
import org.springframework.stereotype.Component;

/// What the vault keeps readable here while keys rotate.
@Component
class HandsetKeys implements SealedColumns {
  @Override
  public List<Group> sealed() {
    return List.of(
        Group.of("sandbox_message", "key_id", "recipient_sealed", "content_sealed")
            .indexed("recipient_hash", "recipient_sealed"));
  }
}
