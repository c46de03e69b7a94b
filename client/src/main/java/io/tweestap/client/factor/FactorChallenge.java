package io.tweestap.client.factor;

import io.tweestap.client.Channel;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A code on its way, or a question for a device.
///
/// @param challengeId to be sent with the answer
/// @param channel how the code goes: `sms` or `voice`
/// @param to the number that it goes to, masked
/// @param question to be typed into the device
/// @param proof the server's answer to `client_question`
/// @param text the transaction that the question is made of: show it beside the question
/// @param publicKey options for the browser of somebody with a security key:
///   `PublicKeyCredentialRequestOptionsJSON` of WebAuthn Level 3, or
///   `PublicKeyCredentialCreationOptionsJSON` for one that is to be registered
/// @param nextSendAt from when on another code can be sent
/// @param expiresAt from when on no answer is taken
public record FactorChallenge(
    UUID challengeId,
    @Nullable Channel channel,
    @Nullable String to,
    @Nullable String question,
    @Nullable String proof,
    @Nullable String text,
    Map<String, Object> publicKey,
    @Nullable Instant nextSendAt,
    Instant expiresAt) {}
