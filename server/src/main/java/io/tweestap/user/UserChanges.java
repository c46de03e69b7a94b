package io.tweestap.user;

import io.tweestap.shared.Cursor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Active users who changed, and those whose own deadline is near, whoever of them changed.
///
/// @param since the moment of the change, or later
/// @param first the nearest deadline
/// @param last the farthest one
/// @param size rows of a page
public record UserChanges(
    Instant since, LocalDate first, LocalDate last, Optional<Cursor> after, int size) {}
