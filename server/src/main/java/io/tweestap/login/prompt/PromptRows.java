package io.tweestap.login.prompt;

import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import io.tweestap.vault.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The rows of table `prompt`.
@Repository
class PromptRows {
  private static final String INSERT =
      """
      INSERT INTO prompt
        (tenant_id, id, user_id, return_url, state, token_hash, opens_until, created_at, expires_at)
      VALUES
        (:tenant, :id, :user, :return_url, :state, :token, :opens_until, :now, :expires_at)
      """;

  /// Of many that come with the token at once, one finds no browser in the row.
  private static final String OPEN =
      """
      UPDATE prompt
      SET browser_hash = :browser
      WHERE tenant_id = :tenant
        AND id = :id
        AND browser_hash IS NULL
        AND opens_until > :now
        AND token_hash = ANY(:tokens)
      """;

  private static final String FIND =
      """
      SELECT return_url, state, browser_hash, kept_sealed, token_sealed, claimed_at, expires_at
      FROM prompt
      WHERE tenant_id = :tenant
        AND id = :id
      """;

  private static final String KEEP =
      """
      UPDATE prompt
      SET kept_sealed = :sealed, kept_key_id = :key_id
      WHERE tenant_id = :tenant
        AND id = :id
        AND claimed_at IS NULL
      """;

  private static final String KEEP_TOKEN =
      """
      UPDATE prompt
      SET token_sealed = :sealed, token_key_id = :key_id
      WHERE tenant_id = :tenant
        AND id = :id
        AND claimed_at IS NULL
      """;

  private static final String CLAIM =
      """
      UPDATE prompt
      SET claimed_at = :now, kept_sealed = NULL, kept_key_id = NULL, token_sealed = NULL,
        token_key_id = NULL
      WHERE tenant_id = :tenant
        AND id = :id
        AND claimed_at IS NULL
        AND expires_at > :now
      """;

  private static final String UNCLAIMED =
      """
      SELECT count(*)
      FROM prompt
      WHERE tenant_id = :tenant
        AND id = :id
        AND claimed_at IS NULL
      """;

  private static final String ERASE =
      """
      DELETE FROM prompt
      WHERE tenant_id = :tenant
        AND user_id = :user
      """;

  private final JdbcClient jdbc;

  PromptRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A prompt that begins.
  record NewRow(
      UserId user,
      String returnUrl,
      Optional<String> state,
      byte[] token,
      Instant opensUntil,
      Instant expiresAt) {}

  /// A prompt as it is stored.
  record Row(
      String returnUrl,
      Optional<String> state,
      Optional<byte[]> browser,
      Optional<byte[]> kept,
      Optional<byte[]> token,
      boolean claimed,
      Instant expiresAt) {}

  void insert(PromptHandle handle, NewRow row, Instant now) {
    one(INSERT, handle)
        .param("user", row.user().value())
        .param("return_url", row.returnUrl())
        .param("state", row.state().orElse(null))
        .param("token", row.token())
        .param("opens_until", SqlTime.of(row.opensUntil()))
        .param("now", SqlTime.of(now))
        .param("expires_at", SqlTime.of(row.expiresAt()))
        .update();
  }

  /// Ties it to a browser; whether the token was right and nobody was faster.
  boolean open(PromptHandle handle, List<byte[]> tokens, byte[] browser, Instant now) {
    return one(OPEN, handle)
            .param("tokens", new SqlArrayValue("bytea", tokens.toArray(byte[][]::new)))
            .param("browser", browser)
            .param("now", SqlTime.of(now))
            .update()
        == 1;
  }

  Optional<Row> find(PromptHandle handle) {
    return one(FIND, handle).query((row, _) -> row(row)).optional();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("return_url"),
        Optional.ofNullable(row.getString("state")),
        Optional.ofNullable(row.getBytes("browser_hash")),
        Optional.ofNullable(row.getBytes("kept_sealed")),
        Optional.ofNullable(row.getBytes("token_sealed")),
        SqlTime.readNullable(row, "claimed_at") != null,
        SqlTime.read(row, "expires_at"));
  }

  void keep(PromptHandle handle, Optional<Sealed> kept) {
    sealed(KEEP, handle, kept.orElse(null));
  }

  void keepToken(PromptHandle handle, Sealed token) {
    sealed(KEEP_TOKEN, handle, token);
  }

  private void sealed(String sql, PromptHandle handle, @Nullable Sealed sealed) {
    one(sql, handle)
        .param("sealed", sealed == null ? null : sealed.bytes())
        .param("key_id", sealed == null ? null : (Integer) sealed.keyId())
        .update();
  }

  /// Whether nobody was faster.
  boolean claim(PromptHandle handle, Instant now) {
    return one(CLAIM, handle).param("now", SqlTime.of(now)).update() == 1;
  }

  boolean isUnclaimed(PromptHandle handle) {
    return one(UNCLAIMED, handle).query(Long.class).single() == 1;
  }

  void erase(TenantId tenant, UserId user) {
    jdbc.sql(ERASE).param("tenant", tenant.value()).param("user", user.value()).update();
  }

  private JdbcClient.StatementSpec one(String sql, PromptHandle handle) {
    UUID login = handle.login();
    return jdbc.sql(sql).param("tenant", handle.tenant().value()).param("id", login);
  }
}
