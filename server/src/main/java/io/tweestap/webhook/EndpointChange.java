package io.tweestap.webhook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What to change about an endpoint; null leaves it as it is.
public record EndpointChange(
    @Nullable String url,
    @Nullable List<EventType> events,
    @Nullable String description,
    @Nullable Boolean enabled) {}
