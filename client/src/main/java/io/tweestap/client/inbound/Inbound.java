package io.tweestap.client.inbound;

import io.tweestap.client.Pages;
import io.tweestap.client.RequestRefused;
import io.tweestap.client.http.Call;
import io.tweestap.client.http.Fields;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Operation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What people wrote to your numbers, for 30 days.
///
/// ```java
/// tweestap
///     .inbound()
///     .list(InboundFilter.all().to("+31850601234"))
///     .forEach(message -> answer(message.from(), message.text()));
/// ```
public final class Inbound {
  private final Http http;

  /// Made by the client.
  public Inbound(Http http) {
    this.http = http;
  }

  /// Those of the tenant, newest first.
  public Pages<InboundMessage> list(InboundFilter filter) {
    return http.pages(Call.of(Operation.LIST_INBOUND_MESSAGES).query(filter), InboundMessage.class);
  }

  /// One. Empty when the tenant has none with this id.
  public Optional<InboundMessage> find(UUID message) {
    return http.find(Call.of(Operation.GET_INBOUND_MESSAGE, message), InboundMessage.class);
  }

  /// Where messages go further.
  public InboundRules rules() {
    return http.get(Call.of(Operation.GET_INBOUND_RULES), InboundRules.class);
  }

  /// Says where messages go further, in place of all rules before. The first rule that takes a
  /// message counts; what none takes goes to the webhooks.
  ///
  /// @throws RequestRefused with `channel_not_available` when there is no carrier for mail
  public InboundRules putRules(List<InboundRule> rules) {
    Fields body = Fields.of("rules", rules);
    return http.get(Call.of(Operation.PUT_INBOUND_RULES).json(body), InboundRules.class);
  }

  /// Takes number and text out of the record.
  ///
  /// @throws RequestRefused with `not_found` when the tenant has none with this id
  public InboundMessage redact(UUID message) {
    return http.get(Call.of(Operation.REDACT_INBOUND_MESSAGE, message), InboundMessage.class);
  }
}
