package io.tweestap.delivery.secondtry;

import io.tweestap.delivery.StillWanted;
import io.tweestap.shared.TenantId;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Asks every room that sends messages whether one is still of use.
@Component
class Wanted {
  private final ObjectProvider<StillWanted> rooms;

  Wanted(ObjectProvider<StillWanted> rooms) {
    this.rooms = rooms;
  }

  boolean isWanted(TenantId tenant, UUID about) {
    return rooms.stream().allMatch(room -> room.isWanted(tenant, about));
  }
}
