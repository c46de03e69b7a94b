package io.tweestap.delivery;

import io.tweestap.shared.TenantId;
import java.util.UUID;

/// Knows whether anybody still waits for a message. A port of the rooms that send some.
public interface StillWanted {
  /// @param about of the message, see [NewMessage]
  /// @return false when what the message is about is over; true also when it is none of this room's
  boolean isWanted(TenantId tenant, UUID about);
}
