package io.tweestap.delivery.receipt;

import java.util.Optional;
import java.util.OptionalInt;

/// What a receipt says in optional parameters (TLVs), which win over its text.
///
/// @param receiptedMessageId `receipted_message_id`, tag 001E
/// @param messageState `message_state`, tag 0427
/// @param networkError the code of `network_error_code`, tag 0423: its second and third octet
public record ReceiptParameters(
    Optional<String> receiptedMessageId, OptionalInt messageState, OptionalInt networkError) {
  /// A receipt without any.
  public static final ReceiptParameters NONE =
      new ReceiptParameters(Optional.empty(), OptionalInt.empty(), OptionalInt.empty());
}
