package io.tweestap.login.account;

import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import io.tweestap.vault.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The rows of table `account_visit`.
@Repository
class VisitRows {
  private static final String INSERT =
      """
      INSERT INTO account_visit
        (tenant_id, id, user_id, return_url, locale, login_id, link_hash, link_until, created_at)
      VALUES
        (:tenant, :id, :user, :return_url, :locale, :login, :link, :until, :now)
      """;

  /// Of many that come with the link at once, one finds it unopened.
  private static final String OPEN =
      """
      UPDATE account_visit
      SET browser_hash = :browser, opened_at = :now, seen_at = :now, ends_at = :ends_at
      WHERE tenant_id = :tenant
        AND id = :id
        AND opened_at IS NULL
        AND ended_at IS NULL
        AND link_until > :now
        AND link_hash = ANY(:links)
      RETURNING user_id, return_url, locale, login_id, ends_at, kept_sealed
      """;

  /// Each request puts off the idle end.
  private static final String SEE =
      """
      UPDATE account_visit
      SET seen_at = :now
      WHERE tenant_id = :tenant
        AND id = :id
        AND browser_hash = ANY(:browsers)
        AND ended_at IS NULL
        AND ends_at > :now
        AND seen_at > :idle_since
      RETURNING user_id, return_url, locale, login_id, ends_at, kept_sealed
      """;

  private static final String PROVE_IN =
      """
      UPDATE account_visit
      SET login_id = :login
      WHERE tenant_id = :tenant
        AND id = :id
        AND ended_at IS NULL
      """;
  private static final String KEEP =
      """
      UPDATE account_visit
      SET kept_sealed = :sealed, kept_key_id = :key_id
      WHERE tenant_id = :tenant
        AND id = :id
        AND ended_at IS NULL
      """;
  private static final String END =
      """
      UPDATE account_visit
      SET ended_at = :now, kept_sealed = NULL, kept_key_id = NULL
      WHERE tenant_id = :tenant
        AND id = :id
        AND ended_at IS NULL
      """;
  private static final String END_ALL =
      """
      UPDATE account_visit
      SET ended_at = :now, kept_sealed = NULL, kept_key_id = NULL
      WHERE tenant_id = :tenant
        AND user_id = :user
        AND ended_at IS NULL
      """;
  private static final String ERASE =
      """
      DELETE FROM account_visit
      WHERE tenant_id = :tenant
        AND user_id = :user
      """;

  private final JdbcClient jdbc;

  VisitRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A visit as it is stored.
  record Row(
      UserId user,
      Optional<String> returnUrl,
      Optional<Locale> locale,
      Optional<UUID> login,
      Instant endsAt,
      Optional<byte[]> kept) {}

  void insert(
      VisitToken token, UserId user, NewLink asked, byte[] link, Instant until, Instant now) {
    one(INSERT, token.tenant(), token.visit())
        .param("user", user.value())
        .param("return_url", asked.returnUrl().orElse(null))
        .param("locale", asked.locale().map(Locale::toLanguageTag).orElse(null))
        .param("login", asked.provenFactor().orElse(null))
        .param("link", link)
        .param("until", SqlTime.of(until))
        .param("now", SqlTime.of(now))
        .update();
  }

  /// Ties it to a browser; empty when the link is not the right one, its time is over, or somebody
  /// was faster.
  Optional<Row> open(
      VisitToken link, List<byte[]> links, byte[] browser, Instant now, Instant endsAt) {
    return one(OPEN, link.tenant(), link.visit())
        .param("links", array(links))
        .param("browser", browser)
        .param("now", SqlTime.of(now))
        .param("ends_at", SqlTime.of(endsAt))
        .query((row, _) -> row(row))
        .optional();
  }

  /// The visit of a browser, if it has not ended.
  Optional<Row> see(VisitToken cookie, List<byte[]> browsers, Instant now, Instant idleSince) {
    return one(SEE, cookie.tenant(), cookie.visit())
        .param("browsers", array(browsers))
        .param("now", SqlTime.of(now))
        .param("idle_since", SqlTime.of(idleSince))
        .query((row, _) -> row(row))
        .optional();
  }

  void proveIn(TenantId tenant, UUID visit, UUID login) {
    one(PROVE_IN, tenant, visit).param("login", login).update();
  }

  void keep(TenantId tenant, UUID visit, Optional<Sealed> kept) {
    one(KEEP, tenant, visit)
        .param("sealed", kept.map(Sealed::bytes).orElse(null))
        .param("key_id", kept.map(Sealed::keyId).orElse(null))
        .update();
  }

  boolean end(TenantId tenant, UUID visit, Instant now) {
    return one(END, tenant, visit).param("now", SqlTime.of(now)).update() == 1;
  }

  void endAll(TenantId tenant, UserId user, Instant now) {
    jdbc.sql(END_ALL)
        .param("tenant", tenant.value())
        .param("user", user.value())
        .param("now", SqlTime.of(now))
        .update();
  }

  void erase(TenantId tenant, UserId user) {
    jdbc.sql(ERASE).param("tenant", tenant.value()).param("user", user.value()).update();
  }

  private JdbcClient.StatementSpec one(String sql, TenantId tenant, UUID visit) {
    return jdbc.sql(sql).param("tenant", tenant.value()).param("id", visit);
  }

  private static SqlArrayValue array(List<byte[]> hashes) {
    return new SqlArrayValue("bytea", (Object[]) hashes.toArray(byte[][]::new));
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        new UserId(row.getObject("user_id", UUID.class)),
        Optional.ofNullable(row.getString("return_url")),
        Optional.ofNullable(row.getString("locale")).map(Locale::forLanguageTag),
        Optional.ofNullable(row.getObject("login_id", UUID.class)),
        SqlTime.read(row, "ends_at"),
        Optional.ofNullable(row.getBytes("kept_sealed")));
  }
}
