package io.tweestap.client;

import org.jspecify.annotations.Nullable;

/// A call that did not do what was asked, for a reason that the caller's code can do nothing about.
/// What it can act on comes back as an outcome instead.
public abstract sealed class TweestapException extends RuntimeException
    permits RequestRefused, TweestapUnavailable {
  private static final long serialVersionUID = 1;

  TweestapException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
