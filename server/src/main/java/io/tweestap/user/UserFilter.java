package io.tweestap.user;

import io.tweestap.shared.Cursor;
import java.util.Optional;

/// Which users a list shows.
///
/// @param size rows of a page, 1 to [io.tweestap.shared.Page#MAX_SIZE]
public record UserFilter(
    Optional<String> group, Optional<UserState> state, Optional<Cursor> after, int size) {}
