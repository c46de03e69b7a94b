package io.tweestap.client.message;

import io.tweestap.client.Pages;
import io.tweestap.client.http.Call;
import io.tweestap.client.http.Fields;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Operation;
import java.util.Optional;
import java.util.UUID;

/// What became of messages. Recipients are masked, and texts are never shown.
///
/// ```java
/// tweestap
///     .messages()
///     .list(MessageFilter.all().state(MessageState.FAILED))
///     .forEach(message -> log(message.to() + ": " + message.lastError()));
/// ```
public final class Messages {
  private final Http http;

  /// Made by the client.
  public Messages(Http http) {
    this.http = http;
  }

  /// Those of the tenant, newest first.
  public Pages<Message> list(MessageFilter filter) {
    return http.pages(Call.of(Operation.LIST_MESSAGES).query(filter), Message.class);
  }

  /// One. Empty when the tenant has none with this id.
  public Optional<Message> find(UUID message) {
    return http.find(Call.of(Operation.GET_MESSAGE, message), Message.class);
  }

  /// What a text comes to as an SMS. Sends nothing.
  public Estimate estimate(String text) {
    Call call = Call.of(Operation.ESTIMATE_MESSAGE).json(Fields.of("text", text));
    return http.get(call, Estimate.class);
  }
}
