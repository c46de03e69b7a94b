package io.tweestap.login.browser;

import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import io.tweestap.vault.Hashed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of table `browser`.
@Repository
class BrowserRows {
  private static final String INSERT =
      """
      INSERT INTO browser
        (tenant_id, id, user_id, secret_hash, hash_key_id, user_agent, place, created_at,
        last_used_at, last_proof_at, expires_at)
      VALUES
        (:tenant, :id, :user, :secret, :key_id, :user_agent, :place, :now, :now, :now, :expires_at)
      """;

  private static final String LIST =
      """
      SELECT id, user_agent, place, created_at, last_used_at, last_proof_at, expires_at
      FROM browser
      WHERE tenant_id = :tenant
        AND user_id = :user
        AND expires_at > :now
      ORDER BY id DESC
      """;

  private static final String DELETE =
      """
      DELETE FROM browser
      WHERE tenant_id = :tenant
        AND user_id = :user
        AND id = :id
      """;

  private static final String DELETE_ALL =
      """
      DELETE FROM browser
      WHERE tenant_id = :tenant
        AND user_id = :user
      """;

  private static final String DELETE_ALL_BUT =
      """
      DELETE FROM browser
      WHERE tenant_id = :tenant
        AND user_id = :user
        AND id NOT IN (
          SELECT id
          FROM browser
          WHERE tenant_id = :tenant
            AND user_id = :user
          ORDER BY last_used_at DESC, id DESC
          LIMIT :most)
      """;

  private static final String DELETE_EXPIRED_ACROSS_TENANTS =
      """
      DELETE FROM browser
      WHERE (tenant_id, id) IN (
        SELECT tenant_id, id
        FROM browser
        WHERE expires_at <= :now
        LIMIT :rows
        FOR UPDATE SKIP LOCKED)
      """;

  private final JdbcClient jdbc;

  BrowserRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(TenantId tenant, UserId user, Browser browser, Hashed secret) {
    jdbc.sql(INSERT)
        .param("tenant", tenant.value())
        .param("id", browser.id())
        .param("user", user.value())
        .param("secret", secret.bytes())
        .param("key_id", secret.keyId())
        .param("user_agent", browser.userAgent().orElse(null))
        .param("place", browser.place().orElse(null))
        .param("now", SqlTime.of(browser.createdAt()))
        .param("expires_at", SqlTime.of(browser.expiresAt()))
        .update();
  }

  List<Browser> list(TenantId tenant, UserId user, Instant now) {
    return jdbc.sql(LIST)
        .param("tenant", tenant.value())
        .param("user", user.value())
        .param("now", SqlTime.of(now))
        .query((row, _) -> browser(row))
        .list();
  }

  boolean delete(TenantId tenant, UserId user, UUID id) {
    return jdbc.sql(DELETE)
            .param("tenant", tenant.value())
            .param("user", user.value())
            .param("id", id)
            .update()
        == 1;
  }

  /// @return how many
  int deleteAll(TenantId tenant, UserId user) {
    return jdbc.sql(DELETE_ALL)
        .param("tenant", tenant.value())
        .param("user", user.value())
        .update();
  }

  void deleteAllBut(TenantId tenant, UserId user, int most) {
    jdbc.sql(DELETE_ALL_BUT)
        .param("tenant", tenant.value())
        .param("user", user.value())
        .param("most", most)
        .update();
  }

  /// How many were deleted, at most so many.
  int deleteExpired(Instant now, int rows) {
    return jdbc.sql(DELETE_EXPIRED_ACROSS_TENANTS)
        .param("now", SqlTime.of(now))
        .param("rows", rows)
        .update();
  }

  static Browser browser(ResultSet row) throws SQLException {
    return new Browser(
        row.getObject("id", UUID.class),
        Optional.ofNullable(row.getString("user_agent")),
        Optional.ofNullable(row.getString("place")),
        SqlTime.read(row, "created_at"),
        SqlTime.read(row, "last_used_at"),
        SqlTime.read(row, "last_proof_at"),
        SqlTime.read(row, "expires_at"));
  }
}
