package io.tweestap.verification.jdbc;

import io.tweestap.risk.Approved;
import io.tweestap.verification.CheckOutcome;
import java.util.Optional;

/// What a check came to.
///
/// @param endedNow whether this very check ended the verification
/// @param approved what the fraud guard is told; empty where the code was not the right one, or was
///   not counted
public record CheckResult(CheckOutcome outcome, boolean endedNow, Optional<Approved> approved) {}
