package io.tweestap.bench;

import java.util.SplittableRandom;
import java.util.UUID;

/// Ids like those of the server (UUID version 7). One per worker.
final class TimeOrdered {
  private final SplittableRandom random = new SplittableRandom();

  UUID next() {
    long high = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000);
    return new UUID(high, random.nextLong() >>> 2 | Long.MIN_VALUE);
  }
}
