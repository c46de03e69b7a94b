package io.tweestap.verification.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Vault;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// Numbers at which a code was typed, by their blind index.
@Repository
public class ProvenRows {
  /// Nothing is sent to a test number, so its code proves nothing.
  private static final String AMONG =
      """
      SELECT DISTINCT recipient_index
      FROM verification
      WHERE tenant_id = :tenant
        AND recipient_index = ANY(:indexes)
        AND state = 'approved'
        AND NOT is_test
      """;

  private final JdbcClient jdbc;
  private final Vault vault;

  ProvenRows(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /// Those of the numbers that are proven.
  public Set<PhoneNumber> among(TenantId tenant, Collection<PhoneNumber> numbers) {
    Map<ByteBuffer, PhoneNumber> byIndex = new HashMap<>();
    for (PhoneNumber number : numbers) {
      byte[] text = number.e164().getBytes(UTF_8);
      vault
          .candidates(HashUse.ADDRESS, tenant, text)
          .forEach(index -> byIndex.put(ByteBuffer.wrap(index), number));
    }
    byte[][] indexes = byIndex.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new);
    Set<PhoneNumber> proven = new HashSet<>();
    jdbc.sql(AMONG)
        .param("tenant", tenant.value())
        .param("indexes", new SqlArrayValue("bytea", indexes))
        .query((row, _) -> ByteBuffer.wrap(row.getBytes("recipient_index")))
        .list()
        .forEach(index -> proven.add(requireNonNull(byIndex.get(index))));
    return proven;
  }
}
