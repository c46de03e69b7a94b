package io.tweestap.delivery.web;

import io.tweestap.delivery.MessageState;
import io.tweestap.delivery.jdbc.MessageFilter;
import io.tweestap.shared.Channel;
import io.tweestap.shared.web.QueryFields;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The query of `GET /v1/messages`. `toString` shows no recipient.
record MessageQuery(
    @Nullable String state,
    @Nullable String channel,
    @Nullable String about,
    @Nullable String batch,
    @Nullable String to,
    @Nullable String since,
    @Nullable String until,
    @Nullable Integer limit,
    @Nullable String cursor) {
  MessageFilter read() {
    return new MessageFilter(
        QueryFields.known("state", state, MessageState::of),
        QueryFields.known("channel", channel, Channel::of),
        QueryFields.id("about", about),
        QueryFields.id("batch", batch),
        Optional.ofNullable(to),
        QueryFields.moment("since", since),
        QueryFields.moment("until", until));
  }

  static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "MessageQuery[" + state + ", " + channel + "]";
  }
}
