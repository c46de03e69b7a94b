package io.tweestap.client.http;

import io.tweestap.client.Problem;
import io.tweestap.client.RequestRefused;

/// What the server answered. Its own failures are no reply but an exception.
///
/// @param <T> what was asked for
public sealed interface Reply<T> {
  /// Yes.
  record Good<T>(T value) implements Reply<T> {}

  /// No, and why.
  record Bad<T>(Problem problem) implements Reply<T> {}

  /// What was asked for.
  ///
  /// @throws RequestRefused when the server said no
  default T orThrow() {
    return switch (this) {
      case Reply.Good<T>(T value) -> value;
      case Reply.Bad<T>(Problem problem) -> throw new RequestRefused(problem);
    };
  }
}
