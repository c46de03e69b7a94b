package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.ClientNotes;
import io.tweestap.delivery.MessageState;
import io.tweestap.delivery.NewMessage;
import io.tweestap.delivery.route.Route;
import io.tweestap.shared.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A message on its way into the outbox.
///
/// @param route the carrier that it waits for
/// @param notes of the application, where it wrote the message itself
public record NewRow(
    TenantId tenant, UUID id, NewMessage message, Optional<ClientNotes> notes, Route route) {
  boolean isTest() {
    return notes.filter(ClientNotes::test).isPresent();
  }

  /// Whether a carrier can have it now.
  public boolean isDue(Instant now) {
    return !isTest() && sendAt().filter(at -> at.isAfter(now)).isEmpty();
  }

  MessageState state() {
    return isTest() ? MessageState.ACCEPTED : MessageState.QUEUED;
  }

  Optional<Instant> sendAt() {
    return notes.flatMap(ClientNotes::sendAt);
  }

  Optional<String> reference() {
    return notes.flatMap(ClientNotes::reference);
  }
}
