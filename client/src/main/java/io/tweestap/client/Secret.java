package io.tweestap.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A text that whoever reads it can use: a password, a code, a token, or a drawing of one. It keeps
/// out of logs: only [#value] shows it.
public final class Secret {
  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /// @param value the text itself
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Secret of(String value) {
    return new Secret(value);
  }

  /// The text itself, for the person or the place that it is meant for.
  @JsonValue
  public String value() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /// How long it is, never what it is.
  @Override
  public String toString() {
    return "Secret of " + value.length() + " characters";
  }
}
