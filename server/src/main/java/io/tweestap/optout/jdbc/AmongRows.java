package io.tweestap.optout.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.optout.OptedOut;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Vault;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// Asks table `opt_out` for many numbers at once.
@Repository
public class AmongRows {
  private static final String AMONG =
      """
      SELECT number_index, sender
      FROM opt_out
      WHERE tenant_id = :tenant
        AND number_index = ANY(:indexes)
      """;

  private final JdbcClient jdbc;
  private final Vault vault;

  AmongRows(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /// Which of these numbers have opt-outs, and for which senders.
  public OptedOut among(TenantId tenant, Collection<PhoneNumber> numbers) {
    Map<ByteBuffer, PhoneNumber> known = new HashMap<>();
    for (PhoneNumber number : numbers) {
      candidates(tenant, number.e164()).forEach(one -> known.put(ByteBuffer.wrap(one), number));
    }
    Map<PhoneNumber, Set<String>> senders = new HashMap<>();
    jdbc.sql(AMONG)
        .param("tenant", tenant.value())
        .param("indexes", array(known.keySet().stream().map(ByteBuffer::array).toList()))
        .query(row -> {
          PhoneNumber number = known.get(ByteBuffer.wrap(row.getBytes("number_index")));
          if (number != null) {
            senders.computeIfAbsent(number, _ -> new HashSet<>()).add(row.getString("sender"));
          }
        });
    return new OptedOut(senders);
  }

  /// The blind indexes that a number may have.
  SqlArrayValue indexes(TenantId tenant, String number) {
    return array(candidates(tenant, number));
  }

  private List<byte[]> candidates(TenantId tenant, String number) {
    return vault.candidates(HashUse.ADDRESS, tenant, number.getBytes(UTF_8));
  }

  private static SqlArrayValue array(Collection<byte[]> indexes) {
    return new SqlArrayValue("bytea", (Object[]) indexes.toArray(byte[][]::new));
  }
}
