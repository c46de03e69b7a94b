package io.tweestap.risk;

import io.tweestap.risk.rule.Rule;
import io.tweestap.shared.Cursor;
import java.time.Instant;
import java.util.Optional;

/// Which decisions to list; those of all conditions at once.
///
/// @param since made at this moment or later
/// @param until made before this moment
/// @param after where the page before ended
/// @param size rows of a page, 1 to 200
public record DecisionFilter(
    Optional<Decision.Action> action,
    Optional<Rule> rule,
    Optional<String> country,
    Optional<Instant> since,
    Optional<Instant> until,
    Optional<Cursor> after,
    int size) {}
