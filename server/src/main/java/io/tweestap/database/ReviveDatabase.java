package io.tweestap.database;

import io.tweestap.operations.StartRefused;
import io.tweestap.operations.Watch;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the embedded database run again when it ended by itself. It does so when it cannot write: it
/// would stay away also when there is space again, and every answer would be 503.
final class ReviveDatabase extends Watch {
  private static final Logger LOG = LoggerFactory.getLogger(ReviveDatabase.class);

  /// @param revive whether it had ended and runs again
  ReviveDatabase(BooleanSupplier revive) {
    super("the embedded database", () -> look(revive));
  }

  private static void look(BooleanSupplier revive) {
    try {
      if (revive.getAsBoolean()) {
        LOG.warn("the embedded database had ended and runs again");
      }
    } catch (StartRefused e) {
      LOG.warn("the embedded database ended and cannot be started: {}", e.sentence());
    }
  }
}
