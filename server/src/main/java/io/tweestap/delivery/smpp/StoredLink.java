package io.tweestap.delivery.smpp;

import io.tweestap.shared.TenantId;
import java.time.Instant;
import java.util.UUID;

/// A link of the database.
///
/// @param tenant whose clients look after it; messages of all tenants go over it
/// @param version grows with each change that needs a new bind
/// @param active whether it gets messages; one that is not stays bound, for receipts
public record StoredLink(
    TenantId tenant,
    UUID id,
    LinkSettings settings,
    int version,
    boolean active,
    Instant createdAt) {
  /// Its name, by which it is known.
  public String name() {
    return settings.name();
  }

  /// Its settings as the API shows them; never the password.
  public LinkFields fields() {
    return LinkFields.of(settings);
  }
}
