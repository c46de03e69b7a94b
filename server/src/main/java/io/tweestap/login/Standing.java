package io.tweestap.login;

import io.tweestap.user.address.UserAddress;
import java.util.List;
import java.util.Optional;

/// A login as the application is told of it.
///
/// @param options what may be answered with, the preferred one first; empty when nothing is asked
/// @param addresses where a code may be sent to, when one is asked for; masked
/// @param browserToken what the browser is to keep from now on; told once, empty when it keeps what
///   it has
public record Standing(
    Login login, List<Option> options, List<UserAddress> addresses, Optional<String> browserToken) {
  public Standing {
    options = List.copyOf(options);
    addresses = List.copyOf(addresses);
  }

  /// A login that is over.
  static Standing over(Login login, Optional<String> browserToken) {
    return new Standing(login, List.of(), List.of(), browserToken);
  }

  /// The same, with what the browser is to keep.
  Standing with(String token) {
    return new Standing(login, options, addresses, Optional.of(token));
  }

  /// Shows no token.
  @Override
  public String toString() {
    return "Standing[" + login.id() + ", " + login.state() + "]";
  }
}
