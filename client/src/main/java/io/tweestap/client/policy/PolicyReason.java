package io.tweestap.client.policy;

import org.jspecify.annotations.Nullable;

/// One reason of a decision.
///
/// @param code why a decision is as it is. `text` says it in words.
/// @param policy name of the policy that gave it; missing when none did
/// @param value the date, time (ISO 8601), number, kinds or strength that it is about; missing when
///   there is none
/// @param text the reason in words
public record PolicyReason(
    String code, @Nullable String policy, @Nullable String value, String text) {}
