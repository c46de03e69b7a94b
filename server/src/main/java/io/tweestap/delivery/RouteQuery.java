package io.tweestap.delivery;

import io.tweestap.delivery.jdbc.Claimed;
import io.tweestap.delivery.jdbc.RerouteRows;
import io.tweestap.shared.Channel;
import io.tweestap.shared.TenantId;
import java.util.UUID;

/// What the choice of a carrier may look at.
record RouteQuery(TenantId tenant, UUID message, Channel channel, Priority priority) {
  static RouteQuery of(TenantId tenant, UUID id, NewMessage message) {
    return new RouteQuery(tenant, id, message.channel(), message.priority());
  }

  static RouteQuery of(Claimed message) {
    return new RouteQuery(message.tenant(), message.id(), message.channel(), message.priority());
  }

  static RouteQuery of(RerouteRows.Waiting message) {
    return new RouteQuery(message.tenant(), message.id(), message.channel(), message.priority());
  }
}
