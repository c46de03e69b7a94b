package io.tweestap.client.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of one part, or of a message whose parts the carrier does not tell apart.
///
/// @param attempt With which try of the message it went out
/// @param part Its number, from 1
/// @param carrierMessageId What the carrier calls this part. Missing when it got no id; then
///   nothing can be reported about it.
/// @param state what a carrier says became of a part
/// @param error The carrier's code for what went wrong
/// @param acceptedAt When the carrier took it. RFC 3339, UTC.
/// @param reportedAt When the receipt that counts came in. RFC 3339, UTC.
/// @param doneAt When it happened, as the carrier says. RFC 3339, UTC.
public record PartReceipt(
    int attempt,
    int part,
    @Nullable String carrierMessageId,
    ReceiptState state,
    @Nullable String error,
    Instant acceptedAt,
    @Nullable Instant reportedAt,
    @Nullable Instant doneAt) {}
