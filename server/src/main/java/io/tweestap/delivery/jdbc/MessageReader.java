package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.ClientNotes;
import io.tweestap.delivery.MessageState;
import io.tweestap.delivery.Price;
import io.tweestap.delivery.Priority;
import io.tweestap.delivery.learn.Learned;
import io.tweestap.shared.Channel;
import io.tweestap.shared.SqlTime;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Makes a record of a row of table `message`.
@Component
class MessageReader {
  private static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {};

  private final JsonMapper json;
  private final Tries tries;

  MessageReader(JsonMapper json, Tries tries) {
    this.json = json;
    this.tries = tries;
  }

  MessageRecord read(ResultSet row) throws SQLException {
    MessageState state = MessageState.of(row.getString("state")).orElseThrow();
    return new MessageRecord(
        row.getObject("id", UUID.class),
        row.getObject("about", UUID.class),
        state,
        Priority.values()[row.getInt("priority")],
        Channel.of(row.getString("channel")).orElseThrow(),
        row.getString("recipient_hint"),
        row.getString("sender"),
        row.getString("carrier"),
        row.getString("carrier_message_id"),
        row.getInt("attempts"),
        row.getObject("parts", Integer.class),
        price(row),
        row.getString("last_error"),
        SqlTime.read(row, "created_at"),
        state == MessageState.QUEUED ? SqlTime.read(row, "next_attempt_at") : null,
        SqlTime.read(row, "expires_at"),
        SqlTime.readNullable(row, "finished_at"),
        SqlTime.readNullable(row, "reported_at"),
        row.getInt("sequence"),
        SqlTime.readNullable(row, "redacted_at"),
        tries.read(row.getString("tries")),
        notes(row),
        Optional.ofNullable(row.getString("learned"))
            .map(text -> json.readValue(text, Learned.class)));
  }

  private Optional<ClientNotes> notes(ResultSet row) throws SQLException {
    if (!row.getBoolean("by_client")) {
      return Optional.empty();
    }
    return Optional.of(
        new ClientNotes(
            Optional.ofNullable(SqlTime.readNullable(row, "send_at")),
            Optional.ofNullable(row.getString("reference")),
            json.readValue(row.getString("metadata"), METADATA),
            ClientNotes.TEST_CARRIER.equals(row.getString("carrier"))));
  }

  private static Optional<Price> price(ResultSet row) throws SQLException {
    BigDecimal amount = row.getBigDecimal("price");
    return amount == null
        ? Optional.empty()
        : Optional.of(new Price(amount, row.getString("price_currency")));
  }
}
