package io.tweestap.factor.webauthn;

import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What stands for a user towards security keys: 64 random octets that say nothing about who it is
/// (WA-2). A key keeps them, so a user keeps the same ones for good.
@Repository
class UserHandles {
  private static final int OCTETS = 64;

  private static final String DRAW =
      """
      INSERT INTO webauthn_user (tenant_id, user_id, handle)
      VALUES (:tenant, :user, :handle)
      ON CONFLICT (tenant_id, user_id) DO NOTHING
      """;

  private static final String FIND =
      """
      SELECT handle
      FROM webauthn_user
      WHERE tenant_id = :tenant
        AND user_id = :user
      """;

  private static final String ERASE =
      """
      DELETE FROM webauthn_user
      WHERE tenant_id = :tenant
        AND user_id = :user
      """;

  private final JdbcClient jdbc;
  private final SecureRandom random;

  UserHandles(JdbcClient jdbc, SecureRandom random) {
    this.jdbc = jdbc;
    this.random = random;
  }

  /// The handle of a user; drawn at its first use.
  byte[] of(TenantId tenant, UserId user) {
    return find(tenant, user).orElseGet(() -> draw(tenant, user));
  }

  /// Of two at once both get the one that was written.
  private byte[] draw(TenantId tenant, UserId user) {
    byte[] drawn = new byte[OCTETS];
    random.nextBytes(drawn);
    jdbc.sql(DRAW)
        .param("tenant", tenant.value())
        .param("user", user.value())
        .param("handle", drawn)
        .update();
    return find(tenant, user).orElseThrow();
  }

  private Optional<byte[]> find(TenantId tenant, UserId user) {
    return jdbc.sql(FIND)
        .param("tenant", tenant.value())
        .param("user", user.value())
        .query((row, _) -> row.getBytes("handle"))
        .optional();
  }

  void erase(TenantId tenant, UserId user) {
    jdbc.sql(ERASE).param("tenant", tenant.value()).param("user", user.value()).update();
  }
}
