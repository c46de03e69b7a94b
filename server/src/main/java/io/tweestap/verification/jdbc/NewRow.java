package io.tweestap.verification.jdbc;

import io.tweestap.vault.KeyedHash;
import io.tweestap.verification.Details;
import io.tweestap.verification.Recipient;
import io.tweestap.verification.Verification;
import java.util.Optional;

/// All that is written when a verification starts.
public record NewRow(
    Verification verification,
    Recipient recipient,
    Optional<Details> details,
    KeyedHash code,
    KeyedHash detailsHash) {}
