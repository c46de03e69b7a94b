package io.tweestap.tenant.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The parameters of a token request (RFC 6749 section 3.2): each at most once, in the body and not
/// in the address, where logs would keep them. A parameter without a value counts as left out.
record TokenForm(Map<String, String> parameters) {
  /// Reads a form; empty when it is not well-formed or names a parameter twice.
  static Optional<TokenForm> parse(String body) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      Optional<String> name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      Optional<String> value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
      if (name.isEmpty()
          || value.isEmpty()
          || parameters.putIfAbsent(name.get(), value.get()) != null) {
        return Optional.empty();
      }
    }
    parameters.values().removeIf(String::isEmpty);
    return Optional.of(new TokenForm(parameters));
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /// Undoes the form encoding; empty when it is not well-formed.
  static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "TokenForm[" + parameters.size() + " parameters]";
  }
}
