package io.tweestap.delivery.web;

import io.tweestap.delivery.MessageState;
import io.tweestap.delivery.jdbc.MessageFilter;
import io.tweestap.shared.Channel;
import io.tweestap.shared.web.Fields;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
        named("state", state, MessageState::of),
        named("channel", channel, Channel::of),
        named("about", about, MessageQuery::uuid),
        named("batch", batch, MessageQuery::uuid),
        Optional.ofNullable(to),
        named("since", since, MessageQuery::moment),
        named("until", until, MessageQuery::moment));
  }

  private static <T> Optional<T> named(
      String field, @Nullable String text, Function<String, Optional<T>> form) {
    if (text == null) {
      return Optional.empty();
    }
    Optional<T> value = form.apply(text);
    if (value.isEmpty()) {
      throw Fields.invalid(field, "has a value that is not known");
    }
    return value;
  }

  static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> moment(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "MessageQuery[" + state + ", " + channel + "]";
  }
}
