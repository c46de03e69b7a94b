package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.MessageState;
import io.tweestap.delivery.Price;
import io.tweestap.shared.Channel;
import io.tweestap.shared.Cursor;
import io.tweestap.shared.Page;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads what became of messages; never what they say.
@Repository
public class MessageRecords {
  private static final String FIND =
      """
      SELECT id, about, state, channel, recipient_hint, carrier, carrier_message_id, attempts,
        parts, price, price_currency, last_error, created_at, next_attempt_at, expires_at,
        finished_at, reported_at, sequence
      FROM message
      WHERE tenant_id = :tenant AND id = :id
      """;

  private static final String LIST =
      """
      SELECT id, about, state, channel, recipient_hint, carrier, carrier_message_id, attempts,
        parts, price, price_currency, last_error, created_at, next_attempt_at, expires_at,
        finished_at, reported_at, sequence
      FROM message
      WHERE tenant_id = :tenant
        AND (CAST(:state AS text) IS NULL OR state = :state)
        AND (CAST(:channel AS text) IS NULL OR channel = :channel)
        AND (CAST(:about AS uuid) IS NULL OR about = :about)
        AND (CAST(:before AS uuid) IS NULL OR id < :before)
      ORDER BY id DESC
      LIMIT :limit
      """;

  private final JdbcClient jdbc;

  MessageRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// One message of the tenant.
  public Optional<MessageRecord> find(TenantId tenant, UUID id) {
    return jdbc.sql(FIND)
        .param("tenant", tenant.value())
        .param("id", id)
        .query((row, _) -> read(row))
        .optional();
  }

  /// A page of the tenant's messages, newest first.
  public Page<MessageRecord> list(
      TenantId tenant, MessageFilter filter, Optional<Cursor> after, int size) {
    List<MessageRecord> found =
        jdbc.sql(LIST)
            .param("tenant", tenant.value())
            .param("state", filter.state().map(MessageState::text).orElse(null))
            .param("channel", filter.channel().map(Channel::text).orElse(null))
            .param("about", filter.about().orElse(null))
            .param("before", after.map(Cursor::last).orElse(null))
            .param("limit", size + 1)
            .query((row, _) -> read(row))
            .list();
    return Page.of(found, size, MessageRecord::id);
  }

  private static MessageRecord read(ResultSet row) throws SQLException {
    MessageState state = MessageState.of(row.getString("state")).orElseThrow();
    return new MessageRecord(
        row.getObject("id", UUID.class),
        row.getObject("about", UUID.class),
        state,
        Channel.of(row.getString("channel")).orElseThrow(),
        row.getString("recipient_hint"),
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
        row.getInt("sequence"));
  }

  private static Optional<Price> price(ResultSet row) throws SQLException {
    BigDecimal amount = row.getBigDecimal("price");
    return amount == null
        ? Optional.empty()
        : Optional.of(new Price(amount, row.getString("price_currency")));
  }
}
