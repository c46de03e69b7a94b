package io.tweestap.optout.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.optout.OptOuts.Recipients;
import io.tweestap.optout.OptedOut;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Vault;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// Asks table `opt_out` for many numbers at once, of any number of tenants.
@Repository
public class AmongRows {
  private static final String AMONG =
      """
      SELECT opt_out.tenant_id, opt_out.number_index, opt_out.sender
      FROM unnest(:tenants, :indexes) AS asked (tenant_id, number_index)
      JOIN opt_out
        ON opt_out.tenant_id = asked.tenant_id
          AND opt_out.number_index = asked.number_index
      """;

  private final JdbcClient jdbc;
  private final Vault vault;

  AmongRows(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /// A number as the table has it, under one of the keys that may have hashed it.
  private record Place(UUID tenant, ByteBuffer index) {}

  /// Which of these numbers have opt-outs, and for which senders; in the order of what was asked.
  public List<OptedOut> among(List<Recipients> all) {
    Map<Place, PhoneNumber> known = new HashMap<>();
    for (Recipients one : all) {
      for (PhoneNumber number : one.numbers()) {
        candidates(one.tenant(), number.e164())
            .forEach(index ->
                known.put(new Place(one.tenant().value(), ByteBuffer.wrap(index)), number));
      }
    }
    Map<UUID, Map<PhoneNumber, Set<String>>> senders = known.isEmpty() ? Map.of() : read(known);
    return all.stream()
        .map(one -> of(one, senders.getOrDefault(one.tenant().value(), Map.of())))
        .toList();
  }

  private Map<UUID, Map<PhoneNumber, Set<String>>> read(Map<Place, PhoneNumber> known) {
    List<Place> places = new ArrayList<>(known.keySet());
    Map<UUID, Map<PhoneNumber, Set<String>>> senders = new HashMap<>();
    jdbc.sql(AMONG)
        .param("tenants", new SqlArrayValue("uuid", places.stream().map(Place::tenant).toArray()))
        .param("indexes", array(places.stream().map(place -> place.index().array()).toList()))
        .query(row -> {
          UUID tenant = row.getObject("tenant_id", UUID.class);
          PhoneNumber number =
              known.get(new Place(tenant, ByteBuffer.wrap(row.getBytes("number_index"))));
          if (number != null) {
            senders
                .computeIfAbsent(tenant, _ -> new HashMap<>())
                .computeIfAbsent(number, _ -> new HashSet<>())
                .add(row.getString("sender"));
          }
        });
    return senders;
  }

  private static OptedOut of(Recipients asked, Map<PhoneNumber, Set<String>> senders) {
    Map<PhoneNumber, Set<String>> own = new HashMap<>(senders);
    own.keySet().retainAll(asked.numbers());
    return new OptedOut(own);
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
