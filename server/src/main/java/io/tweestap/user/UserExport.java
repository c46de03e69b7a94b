package io.tweestap.user;

import io.tweestap.shared.TenantId;

/// What a room above keeps about a user, for the user to see (PRV-6): a bean of this type adds a
/// part to `GET /v1/users/{ref}/export`.
public interface UserExport {
  /// The part's name in the document: `factors`.
  String name();

  /// The part itself, fit to be written as JSON. Never a secret: no seed, no code, no hash.
  Object of(TenantId tenant, UserId user);
}
