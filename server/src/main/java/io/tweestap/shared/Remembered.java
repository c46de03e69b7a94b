package io.tweestap.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/// Values that were read once and are good for a while.
///
/// Nobody waits for another's reading, as they would with the cache's own loader: whoever reads
/// waits for a connection, and if those who hold all of the pool's connections waited for that
/// value, all would stand still. Several may read the same at once instead.
///
/// @param <K> with value equality
/// @param <V> never null
public final class Remembered<K, V> {
  private final Cache<K, V> values;
  private final AtomicLong forgotten = new AtomicLong();

  /// @param most how many values are kept
  /// @param time how long a value is good for
  public Remembered(int most, Duration time, Clock clock) {
    this.values =
        Caffeine.newBuilder()
            .maximumSize(most)
            .expireAfterWrite(time)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  /// The value, read now if it is not known.
  public V get(K key, Function<K, V> read) {
    V known = values.getIfPresent(key);
    return known != null ? known : remember(key, read);
  }

  /// What was read before something was forgotten may be old already, and is not kept.
  private V remember(K key, Function<K, V> read) {
    long before = forgotten.get();
    V fresh = read.apply(key);
    values.put(key, fresh);
    if (forgotten.get() != before) {
      values.invalidate(key);
    }
    return fresh;
  }

  /// Has the value read anew at its next use.
  public void forget(K key) {
    forgotten.incrementAndGet();
    values.invalidate(key);
  }
}
