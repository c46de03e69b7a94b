package io.tweestap.web;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The time between the signal to stop and the end of listening. In it [HealthFilter] tells
/// balancers to go elsewhere, while everything that still comes is answered.
///
/// Its phase is the default one, before the web server's: that is stopped after it.
@Component
class Draining implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Draining.class);

  private final Duration time;
  private volatile boolean begun;

  Draining(WebProperties properties) {
    this.time = properties.drain();
  }

  /// Whether the program was told to stop.
  boolean hasBegun() {
    return begun;
  }

  @Override
  public void start() {
    begun = false;
  }

  @Override
  public void stop() {
    begun = true;
    if (time.isPositive()) {
      LOG.info("stopping in {} seconds; balancers are told", time.toSeconds());
      letPass();
    }
  }

  private void letPass() {
    try {
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return !begun;
  }
}
