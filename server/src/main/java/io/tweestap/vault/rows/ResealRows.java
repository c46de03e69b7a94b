package io.tweestap.vault.rows;

import io.tweestap.shared.TenantId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Place;
import io.tweestap.vault.Sealed;
import io.tweestap.vault.SealedColumns.Group;
import io.tweestap.vault.Vault;
import io.tweestap.vault.VaultException;
import io.tweestap.vault.keys.KeyRing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// Seals a table's rows anew under the primary key, in short transactions, while others write. May
/// be stopped at any moment and begun again: a row is done or it is not.
public final class ResealRows {
  private static final Logger LOG = LoggerFactory.getLogger(ResealRows.class);
  private static final int BATCH = 200;
  private static final UUID LOWEST = new UUID(0, 0);

  private final JdbcClient sql;
  private final TransactionOperations transactions;
  private final Vault vault;
  private final int primary;

  /// @param primary the vault's primary key; stays so while this runs
  public ResealRows(JdbcClient sql, TransactionOperations transactions, Vault vault, int primary) {
    this.sql = sql;
    this.transactions = transactions;
    this.vault = vault;
    this.primary = primary;
  }

  /// What became of the rows.
  ///
  /// @param resealed now under the primary key
  /// @param unopened left as they are, because they cannot be opened
  public record Result(long resealed, long unopened) {
    public Result plus(Result other) {
      return new Result(resealed + other.resealed, unopened + other.unopened);
    }
  }

  /// Walks through the table until a walk finds nothing more to do. Rows that others hold locked
  /// are taken in the next walk.
  public Result run(Group group) {
    long resealed = 0;
    while (true) {
      Result walk = walk(group);
      resealed += walk.resealed();
      if (walk.resealed() == 0) {
        return new Result(resealed, walk.unopened());
      }
    }
  }

  private Result walk(Group group) {
    Batch batch = new Batch(new Row(LOWEST, LOWEST, null, Map.of()), 0, 0, true);
    Result total = new Result(0, 0);
    while (batch.more()) {
      Row after = batch.last();
      batch = transactions.execute(_ -> next(group, after));
      total = total.plus(new Result(batch.resealed(), batch.unopened()));
    }
    return total;
  }

  /// One transaction's worth of work; `last` is where the next one goes on.
  private record Batch(Row last, long resealed, long unopened, boolean more) {}

  private record Row(
      UUID tenant, UUID id, @Nullable Integer keyId, Map<String, byte @Nullable []> sealed) {}

  private Batch next(Group group, Row after) {
    List<Row> rows =
        sql.sql(GroupSql.claim(group))
            .param("tenant", after.tenant())
            .param("id", after.id())
            .param("key", primary)
            .param("prefix", KeyRing.prefixOf(primary))
            .param("batch", BATCH)
            .query((found, _) -> row(group, found))
            .list();
    long resealed = 0;
    long unopened = 0;
    for (Row row : rows) {
      try {
        resealed += reseal(group, row);
      } catch (VaultException e) {
        unopened++;
        LOG.warn("row {} of tenant {} stays: {}", row.id(), row.tenant(), e.getMessage());
      }
    }
    Row last = rows.isEmpty() ? after : rows.getLast();
    return new Batch(last, resealed, unopened, rows.size() == BATCH);
  }

  private int reseal(Group group, Row row) {
    MapSqlParameterSource values =
        new MapSqlParameterSource()
            .addValue("tenant", row.tenant())
            .addValue("id", row.id())
            .addValue("old_key", row.keyId(), Types.INTEGER)
            .addValue("new_key", primary)
            .addValue("blind_index", null, Types.BINARY);
    TenantId tenant = new TenantId(row.tenant());
    for (String column : group.columns()) {
      Place place = new Place(tenant, group.table(), column, row.id());
      byte[] sealed = row.sealed().get(column);
      byte @Nullable [] plain = sealed == null ? null : vault.open(place, sealed);
      values.addValue(column, plain == null ? null : anew(place, plain), Types.BINARY);
      if (plain != null && group.index().filter(i -> i.of().equals(column)).isPresent()) {
        byte[] index = vault.hash(HashUse.ADDRESS, tenant, plain);
        values.addValue("blind_index", index, Types.BINARY);
      }
    }
    return sql.sql(GroupSql.reseal(group)).paramSource(values).update();
  }

  private byte[] anew(Place place, byte[] plain) {
    Sealed sealed = vault.seal(place, plain);
    if (sealed.keyId() != primary) {
      throw new IllegalStateException("the primary key changed during the rotation");
    }
    return sealed.bytes();
  }

  private static Row row(Group group, ResultSet found) throws SQLException {
    Map<String, byte @Nullable []> sealed = new LinkedHashMap<>();
    for (String column : group.columns()) {
      sealed.put(column, found.getBytes(column));
    }
    return new Row(
        found.getObject("tenant_id", UUID.class),
        found.getObject("id", UUID.class),
        found.getObject("key_id", Integer.class),
        sealed);
  }
}
