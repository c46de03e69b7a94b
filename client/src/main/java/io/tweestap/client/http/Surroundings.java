package io.tweestap.client.http;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// Time and randomness, given, so that tests need not wait.
///
/// @param pause waits before a request is repeated
public record Surroundings(Clock clock, RandomGenerator random, Pause pause) {
  /// Waiting, which ends early when the client is closed.
  public interface Pause {
    /// @throws InterruptedException when the thread is told to stop
    void await(Duration time, CountDownLatch closed) throws InterruptedException;
  }

  /// Those of this machine.
  public static Surroundings real() {
    return new Surroundings(
        Clock.systemUTC(),
        new SecureRandom(),
        (time, closed) -> {
          boolean ended = closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
          if (ended) {
            throw new InterruptedException("the client was closed");
          }
        });
  }

  /// A key for one request and its repetitions, 128 random bits.
  String key() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// A random part of it, at least half.
  Duration jittered(Duration most) {
    long half = most.toNanos() / 2;
    return Duration.ofNanos(half + random.nextLong(half + 1));
  }
}
