package io.tweestap.delivery.sandbox;

import io.tweestap.delivery.OutgoingMessage;
import java.time.Instant;
import java.util.UUID;

/// A message on its way onto a handset, sealed.
///
/// @param id of the new row
record Delivery(
    OutgoingMessage message,
    UUID id,
    byte[] recipientHash,
    int keyId,
    byte[] recipientSealed,
    byte[] contentSealed,
    Instant at) {}
