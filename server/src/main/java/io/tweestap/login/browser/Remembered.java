package io.tweestap.login.browser;

import java.util.UUID;

/// A browser that is remembered from now on. `toString` shows no token.
///
/// @param id of its series
/// @param token what it keeps, given out only here
public record Remembered(UUID id, String token) {
  @Override
  public String toString() {
    return "Remembered[" + id + "]";
  }
}
