package io.tweestap.client.verification;

import io.tweestap.client.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A verification. Never the code, never the whole address.
///
/// @param id of the verification, a UUIDv7
/// @param state where a verification is. All but `pending` are final.
/// @param purpose what a code is for. It decides how long the code may live and whether mail may
///   carry it.
/// @param channel the channel of the newest code
/// @param to the address, masked
/// @param locale language of the text
/// @param sender the name that the recipient sees
/// @param template name of the tenant's own text; missing when the built-in one is used
/// @param codeLength digits of the code
/// @param ttl life of the code, in seconds
/// @param test whether the address is one of the tenant's test numbers: nothing is sent
/// @param sendsUsed how often a code was sent
/// @param sendsLeft how often a code can still be sent; 0 when it is finished
/// @param checksUsed how many wrong codes were given
/// @param checksLeft how many codes can still be tried; 0 when it is finished
/// @param smsParts parts that the message was sent in, each of which a carrier charges; 0 for other
///   channels. Only in the answer to a start or a resend.
/// @param nextSendAt from when a new code can be sent. Missing when it is finished or no send is
///   left. RFC 3339, UTC.
/// @param nextActions what can be done next, and in how many seconds: from the wait between sends,
///   the sends left, the channels that fit, the limits and the blocks that stand now. Others may
///   use up a limit until then, and the fraud guard judges each send anew. Empty when it is
///   finished, and in a list.
/// @param expiresAt when the code ends. RFC 3339, UTC.
/// @param createdAt when it was started. RFC 3339, UTC.
/// @param finishedAt when it reached its final state. Missing while it is pending. RFC 3339, UTC.
/// @param metadata your own notes
/// @param workflow the channels that follow by themselves, and what became of each; empty where
///   there is no workflow
public record Verification(
    UUID id,
    VerificationState state,
    Purpose purpose,
    Channel channel,
    String to,
    String locale,
    String sender,
    @Nullable String template,
    int codeLength,
    int ttl,
    boolean test,
    int sendsUsed,
    int sendsLeft,
    int checksUsed,
    int checksLeft,
    @Nullable Integer smsParts,
    @Nullable Instant nextSendAt,
    List<NextAction> nextActions,
    Instant expiresAt,
    Instant createdAt,
    @Nullable Instant finishedAt,
    Map<String, String> metadata,
    List<WorkflowStep> workflow) {}
