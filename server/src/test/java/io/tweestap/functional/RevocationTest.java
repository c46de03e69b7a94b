package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.tenant.AccessTokens;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A client that another node or the command line revokes: this node hears nothing of it.
class RevocationTest extends SandboxTest {
  @Autowired private AccessTokens tokens;
  @Autowired private JdbcClient jdbc;

  @Test
  void tokenEndsWithinThirtySeconds() {
    TestTenant tenant = newTenant();
    String token = tokens.issue(tenant.caller());
    assertThat(tokens.verify(token)).contains(tenant.caller());

    revokeElsewhere(tenant);

    clock.advance(Duration.ofSeconds(31));
    assertThat(tokens.verify(token)).isEmpty();
  }

  @Test
  void keyPairEndsWithinTenSeconds() {
    TestTenant tenant = newTenant();
    String id = tenant.client().clientId();
    String secret = tenant.client().secret();
    assertThat(clients.authenticateOften(id, secret)).contains(tenant.caller());

    revokeElsewhere(tenant);

    assertThat(clients.authenticate(id, secret)).isEmpty();
    clock.advance(Duration.ofSeconds(11));
    assertThat(clients.authenticateOften(id, secret)).isEmpty();
  }

  @Test
  void settingsChangedElsewhereAreSeenWithinFiveSeconds() {
    TestTenant tenant = newTenant();
    assertThat(tenants.get(tenant.tenant().id()).name()).isEqualTo("Test");
    jdbc.sql("UPDATE tenant SET name = 'Other' WHERE tenant_id = :tenant")
        .param("tenant", tenant.tenant().id().value())
        .update();

    clock.advance(Duration.ofSeconds(6));

    assertThat(tenants.get(tenant.tenant().id()).name()).isEqualTo("Other");
  }

  private void revokeElsewhere(TestTenant tenant) {
    jdbc.sql(
            """
            UPDATE api_client
            SET revoked_at = now()
            WHERE tenant_id = :tenant
            """)
        .param("tenant", tenant.tenant().id().value())
        .update();
  }
}
