package io.tweestap.delivery.http;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How a provider is asked what became of a message.
///
/// @param enabled whether it is asked at all
/// @param url where with `GET`, with `{id}` in place of the provider's id; the credentials go along
/// @param state pointer to the state in the answer
/// @param error pointer to the code of what went wrong
record PollProperties(
    @DefaultValue("false") boolean enabled,
    @Nullable String url,
    @Nullable String state,
    @Nullable String error) {
  PollProperties {
    ResponseProperties.requirePointer("receipts.poll.state", state);
    ResponseProperties.requirePointer("receipts.poll.error", error);
    if (url != null && (!url.contains("{id}") || state == null)) {
      throw new IllegalArgumentException(
          "tweestap.carrier.http.receipts.poll needs {id} in url, and state");
    }
  }
}
