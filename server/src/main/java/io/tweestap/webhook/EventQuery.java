package io.tweestap.webhook;

import io.tweestap.shared.Cursor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which events to list, newest first.
///
/// @param type only of this type
/// @param state only with a delivery in this state
/// @param since only recorded at or after this moment
/// @param after only older than this page's end
/// @param size rows of the page, 1 to [io.tweestap.shared.Page#MAX_SIZE]
public record EventQuery(
    @Nullable EventType type,
    @Nullable DeliveryState state,
    @Nullable Instant since,
    @Nullable Cursor after,
    int size) {}
