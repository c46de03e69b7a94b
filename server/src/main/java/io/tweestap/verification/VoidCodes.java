package io.tweestap.verification;

import io.tweestap.operations.VoidOpen;
import io.tweestap.verification.jdbc.ExpiryRows;
import io.tweestap.verification.jdbc.Key;
import io.tweestap.webhook.EventType;
import java.util.List;
import org.springframework.stereotype.Component;

/// Withdraws the codes that are open in a restored database: each may have been accepted since.
@Component
class VoidCodes implements VoidOpen {
  private final ExpiryRows rows;
  private final VerificationEvents events;

  VoidCodes(ExpiryRows rows, VerificationEvents events) {
    this.rows = rows;
    this.events = events;
  }

  @Override
  public String what() {
    return "codes";
  }

  @Override
  public int voidSome(Asked asked, int batch) {
    List<Key> ended = rows.cancel(asked.at(), batch);
    ended.forEach(key -> events.ended(key.tenant(), key.id(), EventType.VERIFICATION_CANCELED));
    return ended.size();
  }
}
