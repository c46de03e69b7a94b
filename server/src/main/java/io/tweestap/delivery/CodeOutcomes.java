package io.tweestap.delivery;

import java.util.List;
import java.util.UUID;

/// Knows which codes were typed. A port of the room that compares them.
public interface CodeOutcomes {
  /// Verifications of all tenants in the order of their ids, test numbers left out.
  ///
  /// @param after the id before the first
  /// @param until the id behind the last
  /// @param most how many
  List<CodeOutcome> between(UUID after, UUID until, int most);
}
