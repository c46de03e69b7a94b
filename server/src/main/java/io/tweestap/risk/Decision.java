package io.tweestap.risk;

import io.tweestap.risk.rule.Block;
import io.tweestap.risk.rule.Rule;
import io.tweestap.shared.Channel;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// A code that the fraud guard refused, or would have refused, and why.
///
/// @param block what stood in its way; its numbers are those of the moment it began
/// @param opened whether this very code made the block begin
/// @param country of the number, ISO 3166-1 alpha-2; `ZZ` where it belongs to none
/// @param to the number, masked
/// @param network where the visitor came from, no closer than its network; empty where unknown
public record Decision(
    UUID id,
    Action action,
    Block block,
    boolean opened,
    String country,
    String to,
    Channel channel,
    Optional<String> network,
    Instant at) {
  /// What was done about it.
  public enum Action {
    /// Nothing was sent.
    REFUSED,
    /// It was sent, since the guard only records.
    WOULD_REFUSE;

    /// As it stands in the API and the database: `would_refuse`.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Action> of(String text) {
      for (Action action : values()) {
        if (action.text().equals(text)) {
          return Optional.of(action);
        }
      }
      return Optional.empty();
    }
  }

  /// The rule that was broken.
  public Rule rule() {
    return block.breach().rule();
  }
}
