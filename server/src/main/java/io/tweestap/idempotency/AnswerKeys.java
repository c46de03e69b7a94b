package io.tweestap.idempotency;

import io.tweestap.vault.SealedColumns;
import java.util.List;
import org.springframework.stereotype.Component;

/// What the vault keeps readable here while keys rotate.
@Component
class AnswerKeys implements SealedColumns {
  @Override
  public List<Group> sealed() {
    return List.of(Group.of("idempotent_request", "key_id", "answer_sealed"));
  }
}
