package io.tweestap.delivery.receipt;

import java.util.Optional;
import java.util.Set;

/// Asks a carrier what became of parts, where it does not report by itself. A port. Such a carrier
/// says so with [Carrier#asksForReceipts].
public interface ReceiptInquiry {
  /// The carrier's [Carrier#name].
  String carrier();

  /// How ids may differ from those in the carrier's answers.
  Set<IdForm> forms();

  /// Asks about one part, with a time limit of its own. Empty when the carrier cannot be reached or
  /// says nothing of use. Never throws for what a carrier can answer.
  Optional<CarrierReceipt> ask(String carrierMessageId);
}
