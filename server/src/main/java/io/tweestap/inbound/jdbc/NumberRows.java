package io.tweestap.inbound.jdbc;

import io.tweestap.inbound.OwnNumber;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The rows of table `inbound_number`. `tenant_id` is whoever gives the number out.
@Repository
public class NumberRows {
  /// Whose it is is what is asked here.
  private static final String RECEIVER_ACROSS_TENANTS =
      """
      SELECT receiver_id
      FROM inbound_number
      WHERE address = ANY(:addresses)
      ORDER BY length(address) DESC
      LIMIT 1
      """;

  private static final String LIST =
      """
      SELECT address, receiver_id, created_at
      FROM inbound_number
      WHERE (tenant_id = :tenant OR receiver_id = :tenant)
      ORDER BY address
      """;

  private static final String FIND =
      """
      SELECT address, receiver_id, created_at
      FROM inbound_number
      WHERE (tenant_id = :tenant OR receiver_id = :tenant)
        AND address = :address
      """;

  private static final String PUT =
      """
      INSERT INTO inbound_number AS n (tenant_id, address, receiver_id, created_at)
      VALUES (:tenant, :address, :receiver, :now)
      ON CONFLICT (address) DO UPDATE
      SET receiver_id = excluded.receiver_id
      WHERE n.tenant_id = :tenant
      """;

  private static final String DELETE =
      """
      DELETE FROM inbound_number
      WHERE tenant_id = :tenant
        AND address = :address
      """;

  private final JdbcClient jdbc;

  NumberRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Who was given one of these numbers, all of which are ways to write one.
  public Optional<TenantId> receiver(List<String> addresses) {
    return jdbc.sql(RECEIVER_ACROSS_TENANTS)
        .param("addresses", new SqlArrayValue("text", addresses.toArray()))
        .query(UUID.class)
        .optional()
        .map(TenantId::new);
  }

  public List<OwnNumber> list(TenantId tenant) {
    return jdbc.sql(LIST).param("tenant", tenant.value()).query((row, _) -> number(row)).list();
  }

  public Optional<OwnNumber> find(TenantId tenant, String address) {
    return jdbc.sql(FIND)
        .param("tenant", tenant.value())
        .param("address", address)
        .query((row, _) -> number(row))
        .optional();
  }

  /// @return false when another tenant gives it out
  public boolean put(TenantId tenant, OwnNumber number) {
    return jdbc.sql(PUT)
            .param("tenant", tenant.value())
            .param("address", number.address())
            .param("receiver", number.receiver().value())
            .param("now", SqlTime.of(number.createdAt()))
            .update()
        == 1;
  }

  /// @return whether there was one
  public boolean delete(TenantId tenant, String address) {
    return jdbc.sql(DELETE).param("tenant", tenant.value()).param("address", address).update() == 1;
  }

  private static OwnNumber number(ResultSet row) throws SQLException {
    return new OwnNumber(
        row.getString("address"),
        new TenantId(row.getObject("receiver_id", UUID.class)),
        SqlTime.read(row, "created_at"));
  }
}
