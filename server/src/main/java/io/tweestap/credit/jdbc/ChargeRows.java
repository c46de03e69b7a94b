package io.tweestap.credit.jdbc;

import io.tweestap.credit.Holding.Priced;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The rows of table `credit_charge`: one for each message that is paid for. A charge leaves
/// `reserved` once, by a statement that asks for it.
@Repository
public class ChargeRows {
  private static final String INSERT =
      """
      INSERT INTO credit_charge (tenant_id, message_id, state, country, network, sender,
        unit_price, parts_reserved, created_at, check_at)
      SELECT :tenant, message_id, 'reserved', country, network, sender, unit_price, parts, :now,
        :check_at
      FROM unnest(:messages, :countries, :networks, :senders, :unit_prices, :parts)
        AS line (message_id, country, network, sender, unit_price, parts)
      """;

  private static final String WAITING_ACROSS_TENANTS =
      """
      SELECT tenant_id
      FROM credit_account
      WHERE EXISTS (
        SELECT 1
        FROM credit_charge
        WHERE credit_charge.tenant_id = credit_account.tenant_id
          AND state = 'reserved'
          AND check_at <= :now)
      ORDER BY tenant_id
      """;

  private static final String LOCK =
      """
      SELECT message_id, country, network, sender, unit_price, parts_reserved
      FROM credit_charge
      WHERE tenant_id = :tenant
        AND state = 'reserved'
        AND check_at <= :now
      ORDER BY check_at
      LIMIT :batch
      FOR UPDATE SKIP LOCKED
      """;

  /// The older it is, the longer until the next look, but at most five minutes.
  private static final String POSTPONE =
      """
      UPDATE credit_charge
      SET check_at = :now + least(greatest((:now - created_at) / 2, interval '2 seconds'),
        interval '5 minutes')
      WHERE tenant_id = :tenant
        AND message_id = ANY(:messages)
        AND state = 'reserved'
      """;

  private static final String END =
      """
      UPDATE credit_charge AS charge
      SET state = ended.state, parts_settled = ended.parts, ended_at = :now
      FROM unnest(:messages, :states, :parts) AS ended (message_id, state, parts)
      WHERE charge.tenant_id = :tenant
        AND charge.message_id = ended.message_id
        AND charge.state = 'reserved'
      """;

  private static final String COUNT =
      """
      INSERT INTO credit_usage AS counted
        (tenant_id, day, country, network, sender, currency, messages, parts, amount)
      SELECT :tenant, :day, country, network, sender, :currency, count(*), sum(parts), sum(amount)
      FROM unnest(:countries, :networks, :senders, :parts, :amounts)
        AS sent (country, network, sender, parts, amount)
      WHERE parts > 0
      GROUP BY country, network, sender
      ORDER BY country, network, sender
      ON CONFLICT (tenant_id, day, country, network, sender, currency) DO UPDATE
      SET messages = counted.messages + excluded.messages,
        parts = counted.parts + excluded.parts,
        amount = counted.amount + excluded.amount
      """;

  private static final Duration FIRST_LOOK = Duration.ofSeconds(1);

  private final JdbcClient jdbc;

  ChargeRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Writes what is set aside for messages.
  ///
  /// @param messages their ids, in the order of `priced`
  public void insert(TenantId tenant, List<UUID> messages, List<Priced> priced, Instant now) {
    jdbc.sql(INSERT)
        .param("tenant", tenant.value())
        .param("now", SqlTime.of(now))
        .param("check_at", SqlTime.of(now.plus(FIRST_LOOK)))
        .param("messages", new SqlArrayValue("uuid", messages.toArray()))
        .param("countries", column("text", priced, one -> one.rate().country()))
        .param("networks", column("text", priced, one -> one.rate().network()))
        .param("senders", column("text", priced, one -> one.item().sender()))
        .param("unit_prices", column("bigint", priced, one -> one.rate().perPart().micros()))
        .param("parts", column("smallint", priced, one -> one.item().parts()))
        .update();
  }

  /// Tenants that have a charge to be looked at.
  public List<TenantId> waiting(Instant now) {
    return jdbc.sql(WAITING_ACROSS_TENANTS)
        .param("now", SqlTime.of(now))
        .query((row, _) -> new TenantId(row.getObject("tenant_id", UUID.class)))
        .list();
  }

  /// Charges to be looked at, for the caller alone until its transaction ends.
  public List<Charge> lock(TenantId tenant, Instant now, int batch) {
    return jdbc.sql(LOCK)
        .param("tenant", tenant.value())
        .param("now", SqlTime.of(now))
        .param("batch", batch)
        .query((row, _) -> charge(row))
        .list();
  }

  /// Looks at charges again later.
  public void postpone(TenantId tenant, Collection<Charge> charges, Instant now) {
    jdbc.sql(POSTPONE)
        .param("tenant", tenant.value())
        .param("now", SqlTime.of(now))
        .param("messages", column("uuid", List.copyOf(charges), Charge::message))
        .update();
  }

  /// Ends charges.
  ///
  /// @return how many of them were reserved until now
  public int end(TenantId tenant, List<Ended> ended, Instant now) {
    return jdbc.sql(END)
        .param("tenant", tenant.value())
        .param("now", SqlTime.of(now))
        .param("messages", column("uuid", ended, one -> one.charge().message()))
        .param("states", column("text", ended, Ended::state))
        .param("parts", column("smallint", ended, Ended::parts))
        .update();
  }

  /// Adds what was spent to the usage of a day.
  public void count(TenantId tenant, LocalDate day, String currency, List<Ended> ended) {
    jdbc.sql(COUNT)
        .param("tenant", tenant.value())
        .param("day", day)
        .param("currency", currency)
        .param("countries", column("text", ended, one -> one.charge().country()))
        .param("networks", column("text", ended, one -> one.charge().network()))
        .param("senders", column("text", ended, one -> one.charge().sender()))
        .param("parts", column("smallint", ended, Ended::parts))
        .param("amounts", column("bigint", ended, Ended::spent))
        .update();
  }

  private static <T> SqlArrayValue column(String type, List<T> rows, Function<T, Object> value) {
    return new SqlArrayValue(type, rows.stream().map(value).toArray());
  }

  private static Charge charge(ResultSet row) throws SQLException {
    return new Charge(
        row.getObject("message_id", UUID.class),
        row.getString("country"),
        row.getString("network"),
        row.getString("sender"),
        row.getLong("unit_price"),
        row.getInt("parts_reserved"));
  }
}
