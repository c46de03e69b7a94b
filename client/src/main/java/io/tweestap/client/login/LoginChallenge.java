package io.tweestap.client.login;

import io.tweestap.client.Channel;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A code is on its way, or a question is to be typed into a device.
///
/// @param challengeId of the challenge. Missing where the factor needs none.
/// @param factorId of the factor
/// @param channel what the code went by
/// @param to where it went, masked
/// @param question what the user types into the device
/// @param proof the server's own response, to be compared on the device before answering (mutual
///   mode)
/// @param text the transaction that the question is made of, to be shown beside it (signature mode)
/// @param publicKey options for the browser of somebody with a security key:
///   `PublicKeyCredentialRequestOptionsJSON` of WebAuthn Level 3
/// @param nextSendAt from when another code can be sent. RFC 3339, UTC.
/// @param expiresAt when the challenge ends. RFC 3339, UTC.
public record LoginChallenge(
    @Nullable UUID challengeId,
    UUID factorId,
    @Nullable Channel channel,
    @Nullable String to,
    @Nullable String question,
    @Nullable String proof,
    @Nullable String text,
    Map<String, Object> publicKey,
    @Nullable Instant nextSendAt,
    @Nullable Instant expiresAt) {}
