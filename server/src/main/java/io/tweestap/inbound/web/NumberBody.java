package io.tweestap.inbound.web;

import io.tweestap.shared.TenantId;
import io.tweestap.shared.web.Fields;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Body of `PUT /v1/numbers/{number}`.
///
/// @param tenantId whose the messages to it are; missing: the caller's own
record NumberBody(@Nullable String tenantId) {
  TenantId read(TenantId own) {
    if (tenantId == null) {
      return own;
    }
    try {
      return new TenantId(UUID.fromString(tenantId));
    } catch (IllegalArgumentException _) {
      throw Fields.invalid("tenant_id", "must be the id of a tenant");
    }
  }
}
