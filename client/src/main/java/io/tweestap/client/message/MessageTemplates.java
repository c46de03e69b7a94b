package io.tweestap.client.message;

import io.tweestap.client.RequestRefused;
import io.tweestap.client.http.Call;
import io.tweestap.client.http.Fields;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Texts that you keep for your own messages, in one or more languages.
///
/// ```java
/// tweestap
///     .messageTemplates()
///     .put(
///         "visit",
///         List.of("time"),
///         Map.of("en", "We expect you at {time}.", "nl", "We verwachten je om {time}."));
/// Map<String, String> values = Map.of("time", "9:15");
/// show(tweestap.messages().estimate("visit", "nl", values).text().orElseThrow());
/// NewMessages visit =
///     NewMessages.ofTemplate(
///         List.of(MessageRecipient.of("+31612345678").locale("nl").variables(values)), "visit");
/// ```
public final class MessageTemplates {
  private final Http http;

  /// Made by the client.
  public MessageTemplates(Http http) {
    this.http = http;
  }

  /// All of the tenant, by name.
  public List<MessageTemplate> list() {
    return http.list(Call.of(Operation.LIST_MESSAGE_TEMPLATES), MessageTemplate.class);
  }

  /// One. Empty when the tenant has none with this name.
  public Optional<MessageTemplate> find(String name) {
    return http.find(Call.of(Operation.GET_MESSAGE_TEMPLATE, name), MessageTemplate.class);
  }

  /// Makes it, or puts it in the place of the one with its name.
  ///
  /// @param variables names of the values that every message with it must give
  /// @param texts by language, as in `nl` or `pt-BR`; `{time}` is a place for the variable `time`
  /// @throws RequestRefused with `invalid_template` when a text has a place that is not declared
  public MessageTemplate put(String name, List<String> variables, Map<String, String> texts) {
    Fields body = Fields.of("variables", variables).and("texts", texts);
    return http.get(
        Call.of(Operation.PUT_MESSAGE_TEMPLATE, name).json(body), MessageTemplate.class);
  }

  /// Messages that were accepted keep their text.
  ///
  /// @throws RequestRefused with `not_found` when there is none with this name
  public void delete(String name) {
    http.run(Call.of(Operation.DELETE_MESSAGE_TEMPLATE, name));
  }
}
