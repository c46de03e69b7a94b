package io.tweestap.delivery.sandbox;

import io.tweestap.operations.Chore;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Takes messages off the handsets after 24 hours. Also where the sandbox is off now: what it left
/// from before goes all the same.
@Component
class PurgeHandsets implements Chore {
  private static final Duration EVERY = Duration.ofMinutes(10);

  private final SandboxRows rows;

  PurgeHandsets(SandboxRows rows) {
    this.rows = rows;
  }

  @Override
  public String name() {
    return "purge-handsets";
  }

  @Override
  public Duration every() {
    return EVERY;
  }

  @Override
  public void run() {
    int purged;
    do {
      purged = rows.purge();
    } while (purged == SandboxRows.PURGE_BATCH);
  }
}
