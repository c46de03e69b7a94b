package io.tweestap.policy.exemption;

import io.tweestap.shared.Cursor;
import java.time.Instant;
import java.util.Optional;

/// Which exemptions the report shows.
///
/// @param state empty: all
/// @param endingBefore only those whose end lies before this moment
/// @param size rows of a page
public record ExemptionFilter(
    Optional<ExemptionState> state,
    Optional<Instant> endingBefore,
    Optional<Cursor> after,
    int size) {}
