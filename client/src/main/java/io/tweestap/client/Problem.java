package io.tweestap.client;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Why the server said no (RFC 9457).
///
/// @param status of HTTP
/// @param code stable, for programs, such as `wrong_scope`; empty when it was not Tweestap that
///   answered
/// @param detail a sentence about this request, for a log. Never a code or a whole number.
/// @param members all that was said, by the names of the API, such as `checks_left`
public record Problem(int status, String code, String detail, Map<String, Object> members) {
  public Problem {
    members = Map.copyOf(members);
  }

  /// A text among the members; empty when it is missing.
  public String text(String name) {
    return members.get(name) instanceof String text ? text : "";
  }

  /// A number among the members.
  public OptionalInt number(String name) {
    return members.get(name) instanceof Number number
        ? OptionalInt.of(number.intValue())
        : OptionalInt.empty();
  }

  /// A moment among the members.
  public Optional<Instant> moment(String name) {
    try {
      return members.get(name) instanceof String text
          ? Optional.of(Instant.parse(text))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /// How long to wait before the next try; zero where the server does not say.
  public Duration retryAfter() {
    return Duration.ofSeconds(number("retry_after_seconds").orElse(0));
  }

  /// Whether it is this one.
  public boolean is(@Nullable String code) {
    return this.code.equals(code);
  }
}
