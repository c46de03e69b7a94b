package io.tweestap.inbound;

import io.tweestap.vault.SealedColumns;
import java.util.List;
import org.springframework.stereotype.Component;

/// What the vault keeps readable here while keys rotate. The hashes by which parts find each other
/// and repeats are known live a day at most.
@Component
class InboundKeys implements SealedColumns {
  @Override
  public List<Group> sealed() {
    return List.of(
        Group.of("inbound", "key_id", "from_sealed", "text_sealed")
            .indexed("from_index", "from_sealed"),
        Group.of("inbound_part", "key_id", "from_sealed", "text_sealed"));
  }
}
