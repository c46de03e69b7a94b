package io.tweestap.credit.jdbc;

import io.tweestap.credit.Entry;
import io.tweestap.credit.Money;
import io.tweestap.shared.Cursor;
import io.tweestap.shared.Ids;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of table `credit_entry`: what is set aside for messages, and what became of it. Each
/// statement changes the balance and writes the entry that says so.
@Repository
public class LedgerRows {
  /// The condition is the promise that a balance never goes below zero: whoever comes second sees
  /// what the first one left.
  private static final String HOLD =
      """
      WITH held AS (
        UPDATE credit_account
        SET available = available - :amount, reserved = reserved + :amount
        WHERE tenant_id = :tenant
          AND billed
          AND currency = :currency
          AND available >= :amount
        RETURNING available, coalesce(available < low_below AND NOT low_told, false) AS low
      )
      INSERT INTO credit_entry (tenant_id, id, kind, currency, available, reserved, spent, paid,
        balance, messages, created_at)
      SELECT :tenant, :id, 'reservation', :currency, -CAST(:amount AS bigint), :amount, 0, 0,
        held.available, :messages, :now
      FROM held
      RETURNING (SELECT low FROM held)
      """;

  private static final String SETTLE =
      """
      WITH settled AS (
        UPDATE credit_account
        SET available = available + :returned,
          reserved = reserved - :held,
          low_told = low_told
            AND coalesce(available + :returned < low_below + low_below / 10, false)
        WHERE tenant_id = :tenant
        RETURNING available, currency
      )
      INSERT INTO credit_entry (tenant_id, id, kind, currency, available, reserved, spent, paid,
        balance, messages, created_at)
      SELECT :tenant, :id, 'settlement', settled.currency, :returned, -CAST(:held AS bigint),
        CAST(:held AS bigint) - CAST(:returned AS bigint), 0, settled.available, :messages, :now
      FROM settled
      """;

  private static final String ENTRIES =
      """
      SELECT id, kind, currency, available, reserved, spent, paid, balance, messages, reference,
        created_at
      FROM credit_entry
      WHERE tenant_id = :tenant
        AND (CAST(:after AS uuid) IS NULL OR id < CAST(:after AS uuid))
      ORDER BY id DESC
      LIMIT :rows
      """;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;

  LedgerRows(JdbcClient jdbc, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  /// Sets money aside, as part of the caller's transaction.
  ///
  /// @param entry id of the entry
  /// @param messages how many it is for
  /// @return empty when there was not enough; else whether the tenant is to hear that it is low now
  public Optional<Boolean> hold(TenantId tenant, UUID entry, Money amount, int messages) {
    return jdbc.sql(HOLD)
        .param("tenant", tenant.value())
        .param("id", entry)
        .param("amount", amount.micros())
        .param("currency", amount.currency())
        .param("messages", messages)
        .param("now", now())
        .query(Boolean.class)
        .optional();
  }

  /// Ends what was set aside for messages, as part of the caller's transaction.
  ///
  /// @param held what was, in millionths
  /// @param returned the part of it that may be spent again; the rest was spent
  public void settle(TenantId tenant, long held, long returned, int messages) {
    jdbc.sql(SETTLE)
        .param("tenant", tenant.value())
        .param("id", ids.next())
        .param("held", held)
        .param("returned", returned)
        .param("messages", messages)
        .param("now", now())
        .update();
  }

  /// @param rows at most so many
  public List<Entry> entries(TenantId tenant, Optional<Cursor> after, int rows) {
    return jdbc.sql(ENTRIES)
        .param("tenant", tenant.value())
        .param("after", after.map(Cursor::last).orElse(null))
        .param("rows", rows)
        .query((row, _) -> entry(row))
        .list();
  }

  private OffsetDateTime now() {
    return SqlTime.of(clock.instant());
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getObject("id", UUID.class),
        Entry.Kind.of(row.getString("kind")).orElseThrow(),
        money(row, "available"),
        money(row, "reserved"),
        money(row, "spent"),
        money(row, "paid"),
        money(row, "balance"),
        row.getInt("messages"),
        Optional.ofNullable(row.getString("reference")),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return new Money(row.getLong(column), row.getString("currency"));
  }
}
