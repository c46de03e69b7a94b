package io.tweestap.risk;

import io.tweestap.vault.SealedColumns;
import java.util.List;
import org.springframework.stereotype.Component;

/// What the vault keeps readable here while keys rotate.
@Component
class RiskKeys implements SealedColumns {
  @Override
  public List<Group> sealed() {
    return List.of(Group.of("fraud_settings", "key_id", "safe_sealed"));
  }
}
