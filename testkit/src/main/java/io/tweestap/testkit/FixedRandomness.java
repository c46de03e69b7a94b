package io.tweestap.testkit;

import java.security.SecureRandom;
import java.util.Random;

/// Randomness that repeats: the same seed draws the same bytes. For tests only.
public final class FixedRandomness extends SecureRandom {
  private static final long serialVersionUID = 1L;

  private final transient Random drawn;

  public FixedRandomness(long seed) {
    this.drawn = new Random(seed);
  }

  @Override
  public synchronized void nextBytes(byte[] bytes) {
    drawn.nextBytes(bytes);
  }
}
