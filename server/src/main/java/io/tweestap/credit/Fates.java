package io.tweestap.credit;

import io.tweestap.shared.TenantId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// Knows what became of messages: whoever delivers them.
public interface Fates {
  /// The fate of each message; of one that is not kept any more there is none.
  Map<UUID, Fate> of(TenantId tenant, Collection<UUID> messages);
}
