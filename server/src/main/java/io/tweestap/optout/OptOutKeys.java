package io.tweestap.optout;

import io.tweestap.vault.SealedColumns;
import java.util.List;
import org.springframework.stereotype.Component;

/// What the vault keeps readable here while keys rotate.
@Component
class OptOutKeys implements SealedColumns {
  @Override
  public List<Group> sealed() {
    return List.of(
        Group.of("opt_out", "key_id", "number_sealed").indexed("number_index", "number_sealed"));
  }
}
