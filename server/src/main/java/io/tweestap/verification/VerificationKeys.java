package io.tweestap.verification;

import io.tweestap.vault.SealedColumns;
import java.util.List;
import org.springframework.stereotype.Component;

/// What the vault keeps readable here while keys rotate.
@Component
class VerificationKeys implements SealedColumns {
  @Override
  public List<Group> sealed() {
    return List.of(
        Group.of("verification", "key_id", "recipient_sealed", "details_sealed")
            .indexed("recipient_index", "recipient_sealed"));
  }

  /// Covers the blind index of verifications that are over as well: their addresses are gone, so
  /// the index cannot be made again.
  @Override
  public List<HashKey> hashed() {
    return List.of(new HashKey("verification", "hash_key_id"));
  }
}
