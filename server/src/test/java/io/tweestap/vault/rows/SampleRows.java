package io.tweestap.vault.rows;

import com.zaxxer.hikari.HikariDataSource;
import io.tweestap.shared.TenantId;
import io.tweestap.testkit.TestDatabase;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Place;
import io.tweestap.vault.Sealed;
import io.tweestap.vault.SealedColumns;
import io.tweestap.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A table as other rooms have it: two sealed columns, one key id, a blind index, and a hash with a
/// key id of its own; on a real database.
public final class SampleRows implements AutoCloseable {
  public static final SealedColumns.Group LETTERS =
      SealedColumns.Group.of("letter", "key_id", "recipient_sealed", "content_sealed")
          .indexed("recipient_index", "recipient_sealed");
  public static final SealedColumns ROOM =
      new SealedColumns() {
        @Override
        public List<Group> sealed() {
          return List.of(LETTERS);
        }

        @Override
        public List<HashKey> hashed() {
          return List.of(new HashKey("letter", "hash_key_id"));
        }
      };

  private static final String TABLE =
      """
      CREATE TABLE letter (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        recipient_sealed bytea,
        content_sealed bytea,
        key_id integer,
        recipient_index bytea,
        hash_key_id integer,
        changes integer NOT NULL DEFAULT 0,
        PRIMARY KEY (tenant_id, id)
      )
      """;
  private static final String INSERT =
      """
      INSERT INTO letter
        (tenant_id, id, recipient_sealed, content_sealed, key_id, recipient_index)
      VALUES (:tenant, :id, :recipient, :content, :key, :index)
      ON CONFLICT (tenant_id, id) DO UPDATE
      SET recipient_sealed = excluded.recipient_sealed,
          content_sealed = excluded.content_sealed,
          key_id = excluded.key_id,
          recipient_index = excluded.recipient_index,
          changes = letter.changes + 1
      """;

  private final HikariDataSource source = new HikariDataSource();
  private final JdbcClient sql;
  private final TransactionTemplate transactions;

  public SampleRows() {
    source.setJdbcUrl(TestDatabase.fresh().url());
    source.setMaximumPoolSize(12);
    source.setConnectionInitSql("SET lock_timeout = '5s'");
    sql = JdbcClient.create(source);
    transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    sql.sql(TABLE).update();
  }

  public JdbcClient sql() {
    return sql;
  }

  public TransactionTemplate transactions() {
    return transactions;
  }

  /// Writes or replaces a row: both sealed columns, the key id and the index in one statement.
  public void put(Vault vault, TenantId tenant, UUID id, String recipient, String content) {
    Sealed to = vault.seal(place(tenant, "recipient_sealed", id), bytes(recipient));
    Sealed text = vault.seal(place(tenant, "content_sealed", id), bytes(content));
    sql.sql(INSERT)
        .param("tenant", tenant.value())
        .param("id", id)
        .param("recipient", to.bytes())
        .param("content", text.bytes())
        .param("key", Math.min(to.keyId(), text.keyId()))
        .param("index", vault.hash(HashUse.ADDRESS, tenant, bytes(recipient)))
        .update();
  }

  public String content(Vault vault, TenantId tenant, UUID id) {
    return opened(vault, tenant, id, "content_sealed");
  }

  public String recipient(Vault vault, TenantId tenant, UUID id) {
    return opened(vault, tenant, id, "recipient_sealed");
  }

  public long count(String where) {
    return sql.sql("SELECT COUNT(*) FROM letter WHERE " + where).query(Long.class).single();
  }

  public long found(Vault vault, TenantId tenant, String recipient) {
    return sql.sql("SELECT COUNT(*) FROM letter WHERE recipient_index = :index")
        .param("index", vault.hash(HashUse.ADDRESS, tenant, bytes(recipient)))
        .query(Long.class)
        .single();
  }

  private String opened(Vault vault, TenantId tenant, UUID id, String column) {
    byte[] sealed =
        sql.sql("SELECT " + column + " FROM letter WHERE tenant_id = :tenant AND id = :id")
            .param("tenant", tenant.value())
            .param("id", id)
            .query(byte[].class)
            .single();
    return new String(vault.open(place(tenant, column, id), sealed), StandardCharsets.UTF_8);
  }

  private static Place place(TenantId tenant, String column, UUID id) {
    return new Place(tenant, "letter", column, id);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    source.close();
  }
}
