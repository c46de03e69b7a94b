package io.tweestap.delivery;

import io.tweestap.shared.TenantId;

/// A message that an application wrote itself; `about` of the message is its batch.
public record ClientMessage(TenantId tenant, NewMessage message, ClientNotes notes) {}
