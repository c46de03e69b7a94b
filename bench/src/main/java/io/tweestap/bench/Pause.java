package io.tweestap.bench;

import java.time.Duration;

/// Waiting, in a program that measures time.
final class Pause {
  private Pause() {}

  static void of(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
