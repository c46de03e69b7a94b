package io.tweestap.client.http;

import java.time.Duration;

/// How long the client waits, and for how much.
///
/// @param connectTimeout for a connection
/// @param timeout for one answer, all of it
/// @param patience for an answer that takes long, such as an import's
/// @param attempts how often a request that is safe to repeat is sent at most
/// @param longestWait how long a `Retry-After` may ask to wait; a longer one is told to the caller
/// @param atOnce how many requests are under way at most; others wait for `connectTimeout`
public record Limits(
    Duration connectTimeout,
    Duration timeout,
    Duration patience,
    int attempts,
    Duration longestWait,
    int atOnce) {
  public Limits {
    if (connectTimeout.isNegative() || timeout.isNegative() || attempts < 1 || atOnce < 1) {
      throw new IllegalArgumentException("a limit below its least value");
    }
  }

  /// 3 seconds to connect, 10 for an answer, 3 attempts, 100 at once.
  public static Limits usual() {
    return new Limits(
        Duration.ofSeconds(3),
        Duration.ofSeconds(10),
        Duration.ofMinutes(5),
        3,
        Duration.ofSeconds(2),
        100);
  }
}
