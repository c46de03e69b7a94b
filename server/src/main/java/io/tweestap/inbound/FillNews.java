package io.tweestap.inbound;

import io.tweestap.inbound.jdbc.InboundRows;
import io.tweestap.shared.TenantId;
import io.tweestap.webhook.EventType;
import io.tweestap.webhook.FilledEvents;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Puts number and text into `message.received` when it is sent: the event keeps only the id.
@Component
class FillNews implements FilledEvents {
  /// The longest text that an event carries; the API has all of it.
  private static final int TEXT_MAX = 10_000;

  private final InboundRows rows;
  private final JsonMapper json;

  FillNews(InboundRows rows, JsonMapper json) {
    this.rows = rows;
    this.json = json;
  }

  @Override
  public EventType type() {
    return EventType.MESSAGE_RECEIVED;
  }

  @Override
  public Optional<String> filled(TenantId tenant, String recorded) {
    UUID id = UUID.fromString(json.readTree(recorded).path("id").asString());
    return rows.find(tenant, id)
        .flatMap(message ->
            message
                .content()
                .filter(content -> content.text().length() <= TEXT_MAX)
                .map(content -> json.writeValueAsString(InboundNews.sent(message, content))));
  }
}
