package io.tweestap.factor;

import io.tweestap.verification.Details;
import java.util.Optional;
import java.util.UUID;

/// What somebody typed, and what it is an answer to. `toString` shows none of it.
///
/// @param text the code as typed, without blanks and dashes around and within
/// @param challenge the challenge that it answers, for kinds that have one
/// @param details the transaction as it is about to be carried out
/// @param sourceIp the address of whoever answers, as [io.tweestap.shared.IpAddress#countedAs]
///   gives it; failures are counted by it
public record Answer(
    String text, Optional<UUID> challenge, Optional<Details> details, Optional<String> sourceIp) {
  /// Longest text that is looked at.
  public static final int TEXT_MAX = 200;

  public Answer {
    if (text.length() > TEXT_MAX) {
      throw new IllegalArgumentException("an answer has at most " + TEXT_MAX + " characters");
    }
  }

  /// A code that answers no challenge.
  public static Answer of(String code) {
    return new Answer(code, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// The same from a source.
  public Answer from(Optional<String> ip) {
    return new Answer(text, challenge, details, ip);
  }

  @Override
  public String toString() {
    return "Answer[" + text.length() + " characters]";
  }
}
