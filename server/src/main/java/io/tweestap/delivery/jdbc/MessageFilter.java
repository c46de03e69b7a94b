package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.MessageState;
import io.tweestap.shared.Channel;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Which messages a list shows; an empty part leaves all through. `toString` shows no recipient.
///
/// @param about id of what caused them
/// @param batch id of the request that an application wrote them with
/// @param to whole recipient, E.164 or mail
/// @param since due at this moment or later: when they were to be sent, else when they were written
/// @param until due before this moment
public record MessageFilter(
    Optional<MessageState> state,
    Optional<Channel> channel,
    Optional<UUID> about,
    Optional<UUID> batch,
    Optional<String> to,
    Optional<Instant> since,
    Optional<Instant> until) {
  @Override
  public String toString() {
    return "MessageFilter[" + state + ", " + channel + "]";
  }
}
