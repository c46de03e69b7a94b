package io.tweestap.factor.webauthn;

import io.tweestap.factor.kind.Parameters;
import java.util.UUID;

/// What a factor shows of its key, in the factor's own row so that lists need no other.
final class KeyFacts {
  static final String SYNCED = "synced";
  static final String AAGUID = "aaguid";
  static final String TRANSPORTS = "transports";

  private static final UUID NO_MODEL = new UUID(0, 0);

  private KeyFacts() {}

  static Parameters of(Key key) {
    Parameters facts = Parameters.NONE.with(SYNCED, key.backupEligible());
    Parameters model = key.aaguid().equals(NO_MODEL) ? facts : facts.with(AAGUID, key.aaguid());
    return key.transports().isEmpty()
        ? model
        : model.with(TRANSPORTS, String.join(",", key.transports()));
  }
}
