package io.tweestap.factor;

import io.tweestap.shared.Channel;
import io.tweestap.verification.Details;
import io.tweestap.verification.Purpose;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// What a challenge is wanted for.
///
/// @param purpose [Purpose#LOGIN] or [Purpose#TRANSACTION]
/// @param details of a transaction; the challenge is bound to them
/// @param channel the wished channel, for factors with several
/// @param clientQuestion a question that the user's side puts to the server first, for devices that
///   check the server before they answer (RFC 6287 section 7.2)
/// @param locale language of a text
/// @param sourceIp whoever causes it; sends are counted by it
/// @param boundTo what the challenge belongs to, such as a login; answers to another are refused
/// @param deviceBound whether only security keys that stay on their device are asked (WA-25)
public record ChallengeWish(
    Purpose purpose,
    Optional<Details> details,
    Optional<Channel> channel,
    Optional<String> clientQuestion,
    Locale locale,
    Optional<String> sourceIp,
    Optional<UUID> boundTo,
    boolean deviceBound) {}
