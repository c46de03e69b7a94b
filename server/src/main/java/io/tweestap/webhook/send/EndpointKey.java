package io.tweestap.webhook.send;

import io.tweestap.shared.TenantId;
import java.util.UUID;

/// One endpoint among those of all tenants.
record EndpointKey(TenantId tenant, UUID id) {}
