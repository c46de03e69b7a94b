package io.tweestap.client.login;

import org.jspecify.annotations.Nullable;

/// One reason of the decision.
///
/// @param code A stable word, such as `required_since`
/// @param policy name of the policy that gave it. Missing when no policy did.
/// @param value A date, time, number or kinds, where the reason has one
public record LoginReason(String code, @Nullable String policy, @Nullable String value) {}
