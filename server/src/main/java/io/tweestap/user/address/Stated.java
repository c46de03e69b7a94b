package io.tweestap.user.address;

import java.util.Optional;

/// A field of a request that changes something: left out (stays as it is), a value, or nothing (the
/// value goes).
///
/// @param given whether the request says anything about it
public record Stated<T>(boolean given, Optional<T> value) {
  /// Stays as it is.
  public static <T> Stated<T> leftOut() {
    return new Stated<>(false, Optional.empty());
  }

  /// Becomes this.
  public static <T> Stated<T> of(T value) {
    return new Stated<>(true, Optional.of(value));
  }

  /// Goes away.
  public static <T> Stated<T> nothing() {
    return new Stated<>(true, Optional.empty());
  }

  /// What it is afterwards.
  public Optional<T> after(Optional<T> before) {
    return given ? value : before;
  }
}
