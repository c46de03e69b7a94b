package io.tweestap.delivery;

import io.tweestap.vault.SealedColumns;
import java.util.List;
import org.springframework.stereotype.Component;

/// What the vault keeps readable here while keys rotate.
@Component
class MessageKeys implements SealedColumns {
  @Override
  public List<Group> sealed() {
    return List.of(
        Group.of("message", "key_id", "recipient_sealed", "content_sealed")
            .indexed("recipient_index", "recipient_sealed"));
  }

  /// The blind index of messages that are over as well: their recipients are gone, so the index
  /// cannot be made again.
  @Override
  public List<HashKey> hashed() {
    return List.of(new HashKey("message", "hash_key_id"));
  }
}
