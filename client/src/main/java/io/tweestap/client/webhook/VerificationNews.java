package io.tweestap.client.webhook;

import io.tweestap.client.Channel;
import io.tweestap.client.verification.Purpose;
import io.tweestap.client.verification.VerificationState;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// What an event tells of a verification: enough to find your own order or session by its metadata.
///
/// @param id of the verification
/// @param state where a verification is. All but `pending` are final.
/// @param purpose what a code is for. It decides how long the code may live and whether mail may
///   carry it.
/// @param channel the way a message takes to a person: text message, call that speaks the code, or
///   mail
/// @param to the address, masked
/// @param sendsUsed how often a code was sent
/// @param checksUsed how many codes were compared
/// @param createdAt when it was started. RFC 3339, UTC.
/// @param expiresAt when the code ends. RFC 3339, UTC.
/// @param metadata your own notes
public record VerificationNews(
    UUID id,
    VerificationState state,
    Purpose purpose,
    Channel channel,
    String to,
    int sendsUsed,
    int checksUsed,
    Instant createdAt,
    Instant expiresAt,
    Map<String, String> metadata) {}
