package io.tweestap.client;

import org.jspecify.annotations.Nullable;

/// Tweestap cannot be reached, did not answer in time, or answered with a failure of its own.
/// Whether the request was carried out is not known, unless it was one that is safe to repeat:
/// those were repeated before this was thrown.
public final class TweestapUnavailable extends TweestapException {
  private static final long serialVersionUID = 1;

  /// @param message what was tried and what came of it
  /// @param cause what the network said; missing when an answer came
  public TweestapUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
