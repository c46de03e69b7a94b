package io.tweestap.verification.jdbc;

import io.tweestap.verification.CheckOutcome;

/// What a check came to.
///
/// @param endedNow whether this very check ended the verification
public record CheckResult(CheckOutcome outcome, boolean endedNow) {}
