package io.tweestap.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.database.MigratedDatabase;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import io.tweestap.testkit.ManualClock;
import io.tweestap.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@NullMarked
class ClientsTest {
  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final SecureRandom random = new SecureRandom();
  private final DriverManagerDataSource database = database();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(database));
  private final ClientRows rows = new ClientRows(jdbc, clock);
  private final Vault vault = Vault.withKeysOfItsOwn();
  private final Clients clients = new Clients(rows, vault, random, _ -> {}, transaction, clock);
  private final TenantId tenant = tenant();

  private static DriverManagerDataSource database() {
    return new DriverManagerDataSource(MigratedDatabase.fresh().url());
  }

  private TenantId tenant() {
    Ids ids = new Ids(clock, random);
    TenantSettings settings =
        new TenantSettings(
            "NL",
            Set.of("NL"),
            "Test",
            "localhost",
            Locale.ENGLISH,
            ZoneId.of("Europe/Amsterdam"),
            "",
            false,
            false,
            WebAuthnSettings.USUAL,
            Map.of(),
            Map.of());
    return new Tenants(
            new TenantRows(jdbc, clock),
            new TestNumberRows(jdbc, vault, ids),
            ids,
            _ -> {},
            transaction,
            clock)
        .create("Test", settings)
        .id();
  }

  @Test
  @DisplayName("LUS-3: the secret has 256 bits and stands in the database as a keyed hash only")
  void secretIsKeptAsAHash() {
    NewClient client = clients.create(tenant, "one", Set.of(Scope.SETTINGS_READ));

    byte[] stored = rows.find(tenant, client.clientId()).orElseThrow().secretHash();
    assertThat(client.secret()).matches("tws_[A-Za-z0-9_-]{43}");
    assertThat(stored).hasSize(32).isNotEqualTo(client.secret().getBytes(StandardCharsets.UTF_8));
    assertThat(client.toString()).doesNotContain(client.secret());
  }

  @Test
  void hashOfOneClientDoesNotFitAnother() {
    NewClient one = clients.create(tenant, "one", Set.of());
    NewClient two = clients.create(tenant, "two", Set.of());
    jdbc.sql(
            """
            UPDATE api_client
            SET secret_hash = (SELECT secret_hash FROM api_client
                WHERE tenant_id = :tenant AND client_id = :one)
            WHERE tenant_id = :tenant
              AND client_id = :two
            """)
        .param("tenant", tenant.value())
        .param("one", one.clientId())
        .param("two", two.clientId())
        .update();

    assertThat(clients.authenticate(one.clientId(), one.secret())).isPresent();
    assertThat(clients.authenticate(two.clientId(), one.secret())).isEmpty();
  }

  @Test
  void otherInstallationsKeysDoNotFit() {
    NewClient client = clients.create(tenant, "one", Set.of());
    Clients elsewhere =
        new Clients(rows, Vault.withKeysOfItsOwn(), random, _ -> {}, transaction, clock);

    assertThat(elsewhere.authenticate(client.clientId(), client.secret())).isEmpty();
  }

  @Test
  void revokingTwiceIsNoticed() {
    NewClient client = clients.create(tenant, "one", Set.of());

    assertThat(clients.revoke(tenant, client.clientId())).isTrue();
    assertThat(clients.revoke(tenant, client.clientId())).isFalse();
  }

  @Test
  void otherTenantCannotRevoke() {
    NewClient client = clients.create(tenant, "one", Set.of());

    assertThat(clients.revoke(tenant(), client.clientId())).isFalse();
    assertThat(clients.authenticate(client.clientId(), client.secret())).isPresent();
  }
}
