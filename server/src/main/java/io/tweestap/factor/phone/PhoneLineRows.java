package io.tweestap.factor.phone;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.factor.FactorId;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Place;
import io.tweestap.vault.Sealed;
import io.tweestap.vault.SealedColumns;
import io.tweestap.vault.Vault;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The rows of table `phone_line`: numbers, sealed, and found by a blind index (PRV-7).
@Repository
class PhoneLineRows implements SealedColumns {
  private static final String TABLE = "phone_line";

  private static final String INSERT =
      """
      INSERT INTO phone_line (tenant_id, id, user_id, number_sealed, number_index, key_id)
      VALUES (:tenant, :id, :user, :number, :index, :key_id)
      """;

  private static final String NUMBER =
      """
      SELECT number_sealed
      FROM phone_line
      WHERE tenant_id = :tenant
        AND id = :id
      """;

  /// Wishes for one number wait for each other until the transaction's end.
  private static final String LOCK =
      """
      SELECT pg_advisory_xact_lock(hashtextextended(:key, 0)) IS NULL
      """;

  private static final String OTHER_USERS =
      """
      SELECT count(DISTINCT user_id)
      FROM phone_line
      WHERE tenant_id = :tenant
        AND number_index = ANY(:indexes)
        AND user_id <> :user
      """;

  private static final String NUMBERS =
      """
      SELECT id, number_sealed
      FROM phone_line
      WHERE tenant_id = :tenant
        AND id = ANY(:ids)
      """;

  private static final String HAS =
      """
      SELECT count(*) > 0
      FROM phone_line
      WHERE tenant_id = :tenant
        AND id = :id
        AND number_index = ANY(:indexes)
      """;

  private static final String DELETE =
      """
      DELETE FROM phone_line
      WHERE tenant_id = :tenant
        AND id = :id
      """;

  private final JdbcClient jdbc;
  private final Vault vault;

  PhoneLineRows(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  @Override
  public List<Group> sealed() {
    return List.of(
        Group.of(TABLE, "key_id", "number_sealed").indexed("number_index", "number_sealed"));
  }

  void insert(TenantId tenant, FactorId factor, UserId user, PhoneNumber number) {
    byte[] plain = number.e164().getBytes(UTF_8);
    Sealed sealed = vault.seal(place(tenant, factor.value()), plain);
    jdbc.sql(INSERT)
        .param("tenant", tenant.value())
        .param("id", factor.value())
        .param("user", user.value())
        .param("number", sealed.bytes())
        .param("index", vault.hash(HashUse.ADDRESS, tenant, plain))
        .param("key_id", sealed.keyId())
        .update();
  }

  /// The whole number, to send to.
  Optional<PhoneNumber> number(TenantId tenant, FactorId factor) {
    return jdbc.sql(NUMBER)
        .param("tenant", tenant.value())
        .param("id", factor.value())
        .query((row, _) -> row.getBytes("number_sealed"))
        .optional()
        .map(sealed -> open(tenant, factor.value(), sealed));
  }

  void lock(TenantId tenant, PhoneNumber number) {
    byte[] index = vault.hash(HashUse.ADDRESS, tenant, number.e164().getBytes(UTF_8));
    jdbc.sql(LOCK)
        .param("key", TABLE + " " + HexFormat.of().formatHex(index))
        .query(Boolean.class)
        .single();
  }

  /// How many other users of the tenant have this number as a factor.
  int otherUsers(TenantId tenant, UserId user, PhoneNumber number) {
    return jdbc.sql(OTHER_USERS)
        .param("tenant", tenant.value())
        .param("user", user.value())
        .param("indexes", indexes(tenant, number))
        .query(Integer.class)
        .single();
  }

  /// The numbers of these factors, those that are phones.
  Map<FactorId, PhoneNumber> numbers(TenantId tenant, Collection<FactorId> factors) {
    record Line(UUID id, byte[] sealed) {}
    return jdbc
        .sql(NUMBERS)
        .param("tenant", tenant.value())
        .param("ids", new SqlArrayValue("uuid", factors.stream().map(FactorId::value).toArray()))
        .query((row, _) -> new Line(row.getObject("id", UUID.class), row.getBytes("number_sealed")))
        .list()
        .stream()
        .collect(
            Collectors.toMap(
                line -> new FactorId(line.id()), line -> open(tenant, line.id(), line.sealed())));
  }

  /// Whether a factor's number is this one.
  boolean has(TenantId tenant, FactorId factor, PhoneNumber number) {
    return jdbc.sql(HAS)
        .param("tenant", tenant.value())
        .param("id", factor.value())
        .param("indexes", indexes(tenant, number))
        .query(Boolean.class)
        .single();
  }

  void delete(TenantId tenant, FactorId factor) {
    jdbc.sql(DELETE).param("tenant", tenant.value()).param("id", factor.value()).update();
  }

  private SqlArrayValue indexes(TenantId tenant, PhoneNumber number) {
    return new SqlArrayValue(
        "bytea",
        vault
            .candidates(HashUse.ADDRESS, tenant, number.e164().getBytes(UTF_8))
            .toArray(byte[][]::new));
  }

  private PhoneNumber open(TenantId tenant, UUID id, byte[] sealed) {
    return new PhoneNumber(new String(vault.open(place(tenant, id), sealed), UTF_8));
  }

  private static Place place(TenantId tenant, UUID id) {
    return new Place(tenant, TABLE, "number_sealed", id);
  }
}
