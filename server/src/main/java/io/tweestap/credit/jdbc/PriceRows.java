package io.tweestap.credit.jdbc;

import io.tweestap.credit.Money;
import io.tweestap.credit.PriceLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The rows of table `credit_price`.
@Repository
public class PriceRows {
  private static final String ALL =
      """
      SELECT currency, country, prefix, valid_from, network, unit_price
      FROM credit_price
      ORDER BY currency, country, prefix, valid_from
      """;

  private static final String IN_CURRENCY =
      """
      SELECT currency, country, prefix, valid_from, network, unit_price
      FROM credit_price
      WHERE currency = :currency
      """;

  private static final String PUT =
      """
      INSERT INTO credit_price (currency, country, prefix, valid_from, network, unit_price)
      SELECT currency, country, prefix, valid_from, network, unit_price
      FROM unnest(:currencies, :countries, :prefixes, :valid_from, :networks, :unit_prices)
        AS line (currency, country, prefix, valid_from, network, unit_price)
      ON CONFLICT (currency, country, prefix, valid_from) DO UPDATE
      SET network = excluded.network, unit_price = excluded.unit_price
      """;

  private final JdbcClient jdbc;

  PriceRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<PriceLine> all() {
    return jdbc.sql(ALL).query((row, _) -> line(row)).list();
  }

  public List<PriceLine> in(String currency) {
    return jdbc.sql(IN_CURRENCY).param("currency", currency).query((row, _) -> line(row)).list();
  }

  /// @param lines no two with the same currency, country, prefix and day
  public void put(List<PriceLine> lines) {
    jdbc.sql(PUT)
        .param("currencies", column("text", lines, line -> line.perPart().currency()))
        .param("countries", column("text", lines, PriceLine::country))
        .param("prefixes", column("text", lines, PriceLine::prefix))
        .param("valid_from", column("date", lines, PriceLine::validFrom))
        .param("networks", column("text", lines, PriceLine::network))
        .param("unit_prices", column("bigint", lines, line -> line.perPart().micros()))
        .update();
  }

  private static SqlArrayValue column(
      String type, List<PriceLine> lines, Function<PriceLine, Object> value) {
    return new SqlArrayValue(type, lines.stream().map(value).toArray());
  }

  private static PriceLine line(ResultSet row) throws SQLException {
    return new PriceLine(
        row.getString("country"),
        row.getString("network"),
        row.getString("prefix"),
        row.getObject("valid_from", LocalDate.class),
        new Money(row.getLong("unit_price"), row.getString("currency")));
  }
}
