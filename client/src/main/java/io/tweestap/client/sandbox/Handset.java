package io.tweestap.client.sandbox;

import io.tweestap.client.Channel;
import java.time.Instant;

/// A toy phone or mailbox that got something.
///
/// @param to the whole number or mail address
/// @param channel how its newest message came
/// @param newestAt when that was. RFC 3339, UTC.
public record Handset(String to, Channel channel, Instant newestAt) {}
