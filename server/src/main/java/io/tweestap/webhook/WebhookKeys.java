package io.tweestap.webhook;

import io.tweestap.vault.SealedColumns;
import java.util.List;
import org.springframework.stereotype.Component;

/// What the vault keeps readable here while keys rotate.
@Component
class WebhookKeys implements SealedColumns {
  @Override
  public List<Group> sealed() {
    return List.of(Group.of("webhook_secret", "key_id", "secret_sealed"));
  }
}
