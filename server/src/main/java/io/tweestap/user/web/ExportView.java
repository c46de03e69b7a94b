package io.tweestap.user.web;

import java.time.Instant;
import java.util.Map;

/// All that is kept about a user, for that user (PRV-6): nothing masked, no secret.
///
/// @param parts what each room keeps, by its name
record ExportView(Instant exportedAt, UserView user, Map<String, Object> parts) {
  @Override
  public String toString() {
    return "ExportView[]";
  }
}
