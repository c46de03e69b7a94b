package io.tweestap.webhook;

import io.tweestap.shared.TenantId;

/// Something that happened, to be told to the endpoints of its tenant that listen for it.
///
/// @param data becomes `data` of the body: a map or a record that the API's JSON can show. Never a
///   code; a [io.tweestap.shared.PhoneNumber] or [io.tweestap.shared.EmailAddress] in it is masked.
///   At most 20,000 characters of JSON
public record WebhookEvent(TenantId tenant, EventType type, Object data) {}
