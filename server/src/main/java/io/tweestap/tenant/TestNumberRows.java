package io.tweestap.tenant;

import io.tweestap.shared.Ids;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Place;
import io.tweestap.vault.Sealed;
import io.tweestap.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of table `test_number`.
@Repository
class TestNumberRows {
  private static final String LOCK =
      """
      SELECT tenant_id
      FROM tenant
      WHERE tenant_id = :tenant
      FOR UPDATE
      """;

  private static final String ALL =
      """
      SELECT id, number, code
      FROM test_number
      WHERE tenant_id = :tenant
      """;

  private static final String INSERT =
      """
      INSERT INTO test_number (tenant_id, id, number_hash, number, code, key_id)
      SELECT :tenant, :id, :hash, :number, :code, :key
      WHERE (SELECT count(*) FROM test_number WHERE tenant_id = :tenant) < :max
      """;

  private static final String DELETE =
      """
      DELETE FROM test_number
      WHERE tenant_id = :tenant
        AND number_hash IN (:hashes)
      """;

  private final JdbcClient jdbc;
  private final Vault vault;
  private final Ids ids;

  TestNumberRows(JdbcClient jdbc, Vault vault, Ids ids) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.ids = ids;
  }

  private record Row(UUID id, byte[] number, byte[] code) {}

  /// Lets changes to a tenant's test numbers happen one after the other, until the transaction's
  /// end.
  void lock(TenantId tenant) {
    jdbc.sql(LOCK).param("tenant", tenant.value()).query(UUID.class).single();
  }

  /// Codes by number.
  Map<String, String> all(TenantId tenant) {
    List<Row> rows =
        jdbc.sql(ALL).param("tenant", tenant.value()).query(TestNumberRows::row).list();
    return rows.stream()
        .collect(
            Collectors.toUnmodifiableMap(
                row -> opened(tenant, "number", row.id(), row.number()),
                row -> opened(tenant, "code", row.id(), row.code())));
  }

  /// Whether there was room for one more.
  boolean insert(TenantId tenant, PhoneNumber number, String code, int max) {
    UUID id = ids.next();
    Sealed sealedNumber = vault.seal(place(tenant, "number", id), bytes(number.e164()));
    Sealed sealedCode = vault.seal(place(tenant, "code", id), bytes(code));
    return jdbc.sql(INSERT)
            .param("tenant", tenant.value())
            .param("id", id)
            .param("hash", vault.hash(HashUse.ADDRESS, tenant, bytes(number.e164())))
            .param("number", sealedNumber.bytes())
            .param("code", sealedCode.bytes())
            .param("key", sealedNumber.keyId())
            .param("max", max)
            .update()
        == 1;
  }

  boolean delete(TenantId tenant, PhoneNumber number) {
    return jdbc.sql(DELETE)
            .param("tenant", tenant.value())
            .param("hashes", vault.candidates(HashUse.ADDRESS, tenant, bytes(number.e164())))
            .update()
        > 0;
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(row.getObject("id", UUID.class), row.getBytes("number"), row.getBytes("code"));
  }

  private String opened(TenantId tenant, String column, UUID id, byte[] sealed) {
    return new String(vault.open(place(tenant, column, id), sealed), StandardCharsets.UTF_8);
  }

  private static Place place(TenantId tenant, String column, UUID id) {
    return new Place(tenant, "test_number", column, id);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
