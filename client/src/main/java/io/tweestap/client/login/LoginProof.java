package io.tweestap.client.login;

import io.tweestap.client.Channel;
import java.time.Instant;

/// A code is on its way to an address of the user.
///
/// @param channel the way a message takes to a person: text message, call that speaks the code, or
///   mail
/// @param to the address, masked
/// @param nextSendAt from when another can be sent. RFC 3339, UTC.
/// @param expiresAt when the code ends. RFC 3339, UTC.
public record LoginProof(Channel channel, String to, Instant nextSendAt, Instant expiresAt) {}
