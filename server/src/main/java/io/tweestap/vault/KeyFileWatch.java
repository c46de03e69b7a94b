package io.tweestap.vault;

import io.tweestap.vault.keys.CurrentKeys;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Looks every few seconds whether the key file changed, until closed.
final class KeyFileWatch implements AutoCloseable {
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("key-file-watch").daemon().factory());

  KeyFileWatch(CurrentKeys keys, Duration every) {
    long millis = every.toMillis();
    var _ = timer.scheduleWithFixedDelay(keys::reread, millis, millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
