package io.tweestap.inbound.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.inbound.Arrived;
import io.tweestap.shared.Ids;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.sms.PartNumber;
import io.tweestap.sms.ReceivedCoding;
import io.tweestap.sms.ReceivedPart;
import io.tweestap.vault.Place;
import io.tweestap.vault.Sealed;
import io.tweestap.vault.Vault;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of table `inbound_part`: parts of messages that are not whole yet.
@Repository
public class PartRows {
  /// Whoever adds the last part sees all others.
  private static final String LOCK = "SELECT pg_advisory_xact_lock(:assembly)";

  private static final String INSERT =
      """
      INSERT INTO inbound_part (tenant_id, id, assembly_hash, number, total, carrier, to_address,
        coding, single_shift, locking_shift, key_id, from_sealed, text_sealed, arrived_at)
      VALUES (:tenant, :id, :assembly, :number, :total, :carrier, :to, :coding, :single, :locking,
        :key, :from, :text, :now)
      ON CONFLICT (tenant_id, assembly_hash, number) DO NOTHING
      """;

  private static final String COUNT =
      """
      SELECT count(*)
      FROM inbound_part
      WHERE tenant_id = :tenant
        AND assembly_hash = :assembly
      """;

  private static final String TAKE =
      """
      DELETE FROM inbound_part
      WHERE tenant_id = :tenant
        AND assembly_hash = :assembly
      RETURNING id, number, total, carrier, to_address, coding, single_shift, locking_shift,
        from_sealed, text_sealed
      """;

  private static final String BEFORE_ACROSS_TENANTS =
      """
      SELECT DISTINCT tenant_id, assembly_hash
      FROM inbound_part
      WHERE arrived_at <= :latest
        AND (tenant_id, assembly_hash) > (:tenant, :assembly)
      ORDER BY tenant_id, assembly_hash
      LIMIT :most
      """;

  /// A part that waits. `toString` shows nothing of it.
  public record Waiting(
      int number, int total, String carrier, String from, String to, ReceivedPart part) {
    @Override
    public String toString() {
      return "Waiting[" + number + " of " + total + "]";
    }
  }

  /// What belongs together.
  public record Assembly(TenantId tenant, byte[] hash) {
    /// Before all others.
    public static final Assembly FIRST = new Assembly(new TenantId(new UUID(0, 0)), new byte[0]);
  }

  private final JdbcClient jdbc;
  private final Vault vault;
  private final Ids ids;
  private final Clock clock;

  PartRows(JdbcClient jdbc, Vault vault, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.ids = ids;
    this.clock = clock;
  }

  /// Until the transaction ends, nobody else adds or takes parts of this message.
  public void lock(byte[] assembly) {
    jdbc.sql(LOCK).param("assembly", ByteBuffer.wrap(assembly).getLong()).query().singleRow();
  }

  /// @return false when another part has this place
  public boolean insert(TenantId tenant, byte[] assembly, Arrived arrived, PartNumber number) {
    UUID id = ids.next();
    Sealed from = vault.seal(place(tenant, "from_sealed", id), arrived.from().getBytes(UTF_8));
    Sealed text = vault.seal(place(tenant, "text_sealed", id), arrived.part().text());
    return jdbc.sql(INSERT)
            .param("tenant", tenant.value())
            .param("id", id)
            .param("assembly", assembly)
            .param("number", number.number())
            .param("total", number.total())
            .param("carrier", arrived.carrier())
            .param("to", arrived.to())
            .param("coding", arrived.part().coding().text())
            .param("single", arrived.part().singleShift())
            .param("locking", arrived.part().lockingShift())
            .param("key", Math.min(from.keyId(), text.keyId()))
            .param("from", from.bytes())
            .param("text", text.bytes())
            .param("now", SqlTime.of(clock.instant()))
            .update()
        == 1;
  }

  public int count(TenantId tenant, byte[] assembly) {
    return jdbc.sql(COUNT)
        .param("tenant", tenant.value())
        .param("assembly", assembly)
        .query(Integer.class)
        .single();
  }

  /// Takes all parts of a message away, in no order.
  public List<Waiting> take(TenantId tenant, byte[] assembly) {
    return jdbc.sql(TAKE)
        .param("tenant", tenant.value())
        .param("assembly", assembly)
        .query((row, _) -> waiting(tenant, row))
        .list();
  }

  /// Messages of all tenants of which a part has waited since this moment or longer, in an order of
  /// their own.
  ///
  /// @param after those behind this one
  public List<Assembly> before(Instant latest, Assembly after, int most) {
    return jdbc.sql(BEFORE_ACROSS_TENANTS)
        .param("latest", SqlTime.of(latest))
        .param("tenant", after.tenant().value())
        .param("assembly", after.hash())
        .param("most", most)
        .query((row, _) ->
            new Assembly(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getBytes("assembly_hash")))
        .list();
  }

  private Waiting waiting(TenantId tenant, ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    byte[] from = vault.open(place(tenant, "from_sealed", id), row.getBytes("from_sealed"));
    return new Waiting(
        row.getInt("number"),
        row.getInt("total"),
        row.getString("carrier"),
        new String(from, UTF_8),
        row.getString("to_address"),
        new ReceivedPart(
            ReceivedCoding.of(row.getString("coding")).orElseThrow(),
            row.getInt("single_shift"),
            row.getInt("locking_shift"),
            vault.open(place(tenant, "text_sealed", id), row.getBytes("text_sealed"))));
  }

  private static Place place(TenantId tenant, String column, UUID id) {
    return new Place(tenant, "inbound_part", column, id);
  }
}
