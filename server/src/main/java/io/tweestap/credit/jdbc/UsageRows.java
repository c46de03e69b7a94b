package io.tweestap.credit.jdbc;

import io.tweestap.credit.Money;
import io.tweestap.credit.UsageGroup;
import io.tweestap.credit.UsageLine;
import io.tweestap.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads table `credit_usage`, which [ChargeRows] counts in.
@Repository
public class UsageRows {
  private static final String LIST =
      """
      SELECT day, country, sender, sum(messages) AS messages, sum(parts) AS parts,
        sum(amount) AS amount
      FROM (
        SELECT CASE WHEN :by_day THEN day END AS day,
          CASE WHEN :by_country THEN country END AS country,
          CASE WHEN :by_sender THEN sender END AS sender,
          messages,
          parts,
          amount
        FROM credit_usage
        WHERE tenant_id = :tenant
          AND day BETWEEN :first AND :last
          AND currency = :currency) AS used
      GROUP BY day, country, sender
      ORDER BY day, country, sender
      LIMIT :rows
      """;

  private final JdbcClient jdbc;

  UsageRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param by what lines are told apart by; by nothing, there is one line at most
  /// @param rows at most so many
  public List<UsageLine> list(
      TenantId tenant,
      String currency,
      LocalDate first,
      LocalDate last,
      Set<UsageGroup> by,
      int rows) {
    return jdbc.sql(LIST)
        .param("tenant", tenant.value())
        .param("currency", currency)
        .param("first", first)
        .param("last", last)
        .param("by_day", by.contains(UsageGroup.DAY))
        .param("by_country", by.contains(UsageGroup.COUNTRY))
        .param("by_sender", by.contains(UsageGroup.SENDER))
        .param("rows", rows)
        .query((row, _) -> line(row, currency))
        .list();
  }

  private static UsageLine line(ResultSet row, String currency) throws SQLException {
    return new UsageLine(
        Optional.ofNullable(row.getObject("day", LocalDate.class)),
        Optional.ofNullable(row.getString("country")),
        Optional.ofNullable(row.getString("sender")),
        row.getLong("messages"),
        row.getLong("parts"),
        new Money(row.getLong("amount"), currency));
  }
}
