package io.tweestap.verification.jdbc;

import io.tweestap.risk.Counted;
import io.tweestap.vault.Hashed;
import io.tweestap.verification.Details;
import io.tweestap.verification.Recipient;
import io.tweestap.verification.Verification;
import java.util.Optional;

/// All that is written when a verification starts.
///
/// @param counted what the fraud guard counted it under; empty where it did not
public record NewRow(
    Verification verification,
    Recipient recipient,
    Optional<Details> details,
    Hashed code,
    Hashed detailsHash,
    Optional<Counted> counted) {}
