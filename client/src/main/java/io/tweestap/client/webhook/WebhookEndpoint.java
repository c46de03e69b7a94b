package io.tweestap.client.webhook;

import io.tweestap.client.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An endpoint of your own that events are sent to.
///
/// @param id of the endpoint
/// @param url where events are posted
/// @param events the types that it gets
/// @param description A note for people
/// @param enabled whether events are sent to it
/// @param createdAt when it was created. RFC 3339, UTC.
/// @param secret the key that signs its events. Shown once, in the answer to its creation.
public record WebhookEndpoint(
    UUID id,
    URI url,
    List<String> events,
    @Nullable String description,
    boolean enabled,
    Instant createdAt,
    @Nullable Secret secret) {}
