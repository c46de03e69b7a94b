package io.tweestap.risk.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A country, prefix or source that gets no codes for a while, and why.
///
/// @param breach what it began with
/// @param level how many blocks came shortly before it, 0 for the first
/// @param until its end
public record Block(Breach breach, int level, Instant until) {
  /// How long blocks last by their level: 15 minutes, doubling to 12 hours.
  public static final List<Duration> TIMES =
      List.of(
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4),
          Duration.ofHours(8),
          Duration.ofHours(12));

  /// So long after its end a block is forgotten: the next one is a first one again.
  public static final Duration REMEMBERED = Duration.ofHours(24);
}
