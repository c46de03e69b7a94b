package io.tweestap.login.web;

import java.time.Instant;

/// A link to the account pages.
///
/// @param url where the browser goes now; it holds the secret
/// @param expiresAt from when on it opens nothing
record AccountLinkView(String url, Instant expiresAt) {
  /// Shows no secret.
  @Override
  public String toString() {
    return "AccountLinkView[" + expiresAt + "]";
  }
}
