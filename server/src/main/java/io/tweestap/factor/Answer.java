package io.tweestap.factor;

import io.tweestap.verification.Details;
import java.util.Optional;
import java.util.UUID;

/// What somebody typed, or what a security key said as JSON, and what it is an answer to.
/// `toString` shows none of it.
///
/// @param text the code as typed, without blanks and dashes around and within; the response of a
///   security key as it came
/// @param challenge the challenge that it answers, for kinds that have one
/// @param details the transaction as it is about to be carried out
/// @param sourceIp the address of whoever answers, as [io.tweestap.shared.IpAddress#countedAs]
///   gives it; failures are counted by it
public record Answer(
    String text, Optional<UUID> challenge, Optional<Details> details, Optional<String> sourceIp) {
  /// Longest code that is looked at.
  public static final int TEXT_MAX = 200;

  /// Longest response of a security key: an attestation with a chain of certificates fits.
  public static final int RESPONSE_MAX = 32 * 1024;

  public Answer {
    if (text.length() > RESPONSE_MAX) {
      throw new IllegalArgumentException("an answer has at most " + RESPONSE_MAX + " characters");
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
