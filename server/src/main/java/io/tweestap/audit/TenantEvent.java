package io.tweestap.audit;

import io.tweestap.shared.TenantId;

/// An event of one tenant, for those who record events of several at once.
public record TenantEvent(TenantId tenant, AuditEvent event) {}
