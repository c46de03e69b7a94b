package io.tweestap.credit;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// A row of the ledger: money moved between four accounts, which together stay at zero.
///
/// @param available what could be spent became so much more, or less
/// @param reserved what is set aside became so much more, or less
/// @param spent went to the provider for messages
/// @param paid came from outside, as a negative amount
/// @param balance what could be spent after it
/// @param messages how many it was about
public record Entry(
    UUID id,
    Kind kind,
    Money available,
    Money reserved,
    Money spent,
    Money paid,
    Money balance,
    int messages,
    Optional<String> reference,
    Instant createdAt) {
  /// Why money moved.
  public enum Kind {
    /// The tenant paid.
    PAYMENT,
    /// Messages were accepted.
    RESERVATION,
    /// Messages were submitted or failed: spent, or given back.
    SETTLEMENT;

    /// As it stands in the API and the database: `payment`.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> of(String text) {
      return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
  }
}
