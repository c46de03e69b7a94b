package io.tweestap.delivery.route;

import io.tweestap.delivery.NewMessage;
import io.tweestap.delivery.Priority;
import io.tweestap.delivery.jdbc.Claimed;
import io.tweestap.delivery.jdbc.RerouteRows;
import io.tweestap.shared.Channel;
import io.tweestap.shared.TenantId;
import java.util.UUID;

/// What the choice of a carrier may look at. `toString` shows no recipient.
///
/// @param recipient opened when a rule wants to know it, and not before
public record RouteQuery(
    TenantId tenant,
    UUID message,
    Channel channel,
    Priority priority,
    String sender,
    Recipient recipient) {
  /// Whom a message goes to.
  public sealed interface Recipient {
    /// Just written.
    record Plain(String text) implements Recipient {
      @Override
      public String toString() {
        return "Plain[]";
      }
    }

    /// As it stands in the database.
    record Hidden(byte[] sealed) implements Recipient {}
  }

  public static RouteQuery of(TenantId tenant, UUID id, NewMessage message) {
    return new RouteQuery(
        tenant,
        id,
        message.channel(),
        message.priority(),
        message.sender(),
        new Recipient.Plain(message.recipient()));
  }

  public static RouteQuery of(Claimed message) {
    return new RouteQuery(
        message.tenant(),
        message.id(),
        message.channel(),
        message.priority(),
        message.sender(),
        new Recipient.Hidden(message.recipientSealed()));
  }

  public static RouteQuery of(RerouteRows.Waiting message) {
    return new RouteQuery(
        message.tenant(),
        message.id(),
        message.channel(),
        message.priority(),
        message.sender(),
        new Recipient.Hidden(message.recipientSealed()));
  }
}
