package io.tweestap.delivery.secondtry;

import io.tweestap.operations.Watch;
import org.springframework.stereotype.Component;

/// Has messages given to a second carrier when no receipt came in time.
@Component
public class SecondTryWatch extends Watch {
  private final SecondTries tries;

  SecondTryWatch(SecondTries tries) {
    super("second tries", tries::run);
    this.tries = tries;
  }

  /// Waits for what is with a carrier at this moment, too.
  @Override
  public void stop() {
    super.stop();
    tries.join();
  }
}
