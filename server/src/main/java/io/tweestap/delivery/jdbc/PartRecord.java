package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.receipt.ReceiptState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of a part that a carrier gave an id.
///
/// @param attempt with which try of the message it went out, 1 for the first
/// @param part 1 for the first
/// @param carrierMessageId the carrier's id of the part; null when it got none
/// @param error the carrier's code for what went wrong
/// @param acceptedAt when the carrier took it
/// @param reportedAt when the receipt that counts came; null before the first one
/// @param doneAt when it happened, as the carrier says
public record PartRecord(
    int attempt,
    int part,
    @Nullable String carrierMessageId,
    ReceiptState state,
    @Nullable String error,
    Instant acceptedAt,
    @Nullable Instant reportedAt,
    @Nullable Instant doneAt) {}
