package io.tweestap.inbound;

import io.tweestap.shared.TenantId;
import java.time.Instant;

/// A number that people write to.
///
/// @param address E.164 with its plus, or a short number
/// @param receiver whose the messages to it are
public record OwnNumber(String address, TenantId receiver, Instant createdAt) {}
