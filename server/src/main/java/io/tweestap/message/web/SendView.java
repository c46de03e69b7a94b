package io.tweestap.message.web;

import io.tweestap.message.SendOutcome;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was accepted.
///
/// @param smsParts of all messages together
/// @param messages in the order of the recipients
record SendView(UUID batchId, int smsParts, List<OneView> messages) {
  /// @param to masked
  record OneView(UUID id, String to, @Nullable String reference, int smsParts, boolean test) {
    static OneView of(SendOutcome.One one) {
      return new OneView(one.id(), one.to(), one.reference().orElse(null), one.parts(), one.test());
    }
  }

  static SendView of(SendOutcome.Accepted accepted) {
    return new SendView(
        accepted.batch(),
        accepted.messages().stream().mapToInt(SendOutcome.One::parts).sum(),
        accepted.messages().stream().map(OneView::of).toList());
  }
}
