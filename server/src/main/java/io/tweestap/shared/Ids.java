package io.tweestap.shared;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/// Draws row ids: UUID version 7 (RFC 9562 section 5.7), 48 bits of Unix milliseconds, then 74
/// random bits. Ids of one node sort by time to the millisecond, so time partitions are id ranges.
public final class Ids {
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final Clock clock;
  private final SecureRandom random;

  public Ids(Clock clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  /// A new id that carries the clock's present millisecond.
  public UUID next() {
    return next(clock.instant());
  }

  /// A new id that carries the millisecond of a moment.
  public UUID next(Instant moment) {
    byte[] drawn = new byte[10];
    random.nextBytes(drawn);
    long low = 0;
    for (int i = 2; i < 10; i++) {
      low = low << 8 | (drawn[i] & 0xff);
    }
    long randomA = ((drawn[0] & 0x0fL) << 8) | (drawn[1] & 0xff);
    return new UUID(timePart(moment) | VERSION_7 | randomA, VARIANT | (low & ~(3L << 62)));
  }

  /// The lowest id of a moment: the bound of a time partition or of a search by time.
  public static UUID lowest(Instant moment) {
    return new UUID(timePart(moment), 0);
  }

  /// The millisecond that an id carries.
  public static Instant timeOf(UUID id) {
    return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
  }

  private static long timePart(Instant moment) {
    return moment.toEpochMilli() << 16;
  }
}
