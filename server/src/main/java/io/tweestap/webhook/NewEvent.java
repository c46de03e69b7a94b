package io.tweestap.webhook;

import io.tweestap.shared.TenantId;
import java.time.Instant;
import java.util.UUID;

/// An event about to be stored, its data already written as JSON.
record NewEvent(TenantId tenant, UUID id, EventType type, String payload, Instant createdAt) {}
