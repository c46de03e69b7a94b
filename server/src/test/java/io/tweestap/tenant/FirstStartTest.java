package io.tweestap.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.database.MigratedDatabase;
import io.tweestap.shared.Ids;
import io.tweestap.testkit.ManualClock;
import io.tweestap.vault.Vault;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@NullMarked
class FirstStartTest {
  private static final URI ADDRESS = URI.create("http://localhost:8080");

  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final SecureRandom random = new SecureRandom();
  private final Vault vault = Vault.withKeysOfItsOwn();
  private final DriverManagerDataSource database = database();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(database));
  private final Ids ids = new Ids(clock, random);
  private final Clients clients =
      new Clients(new ClientRows(jdbc, clock), vault, random, _ -> {}, transaction, clock);
  private final Tenants tenants =
      new Tenants(
          new TenantRows(jdbc, clock),
          new TestNumberRows(jdbc, vault, ids),
          ids,
          _ -> {},
          transaction,
          clock);

  private static DriverManagerDataSource database() {
    return new DriverManagerDataSource(MigratedDatabase.fresh().url());
  }

  private FirstStart start() {
    FirstStart start = new FirstStart(tenants, clients, transaction);
    start.makeSandbox();
    return start;
  }

  @Test
  @DisplayName("ASVS-6.3.2: the first start draws a secret and shows it once")
  void firstStartShowsASecretOnce() {
    FirstStart start = start();

    List<String> lines = start.lines(ADDRESS);

    String id = word(lines, "client id");
    String secret = word(lines, "client secret");
    assertThat(secret).hasSizeGreaterThan(43);
    assertThat(clients.authenticate(id, secret).orElseThrow().tenant()).isEqualTo(SandboxTenant.ID);
    assertThat(start.lines(ADDRESS)).isEmpty();
  }

  @Test
  void laterStartsMakeAndShowNothing() {
    start();

    assertThat(start().lines(ADDRESS)).isEmpty();
    assertThat(tenants.list()).hasSize(1);
  }

  @Test
  void twoInstallationsHaveDifferentSecrets() {
    String one = word(start().lines(ADDRESS), "client secret");
    String two = word(new FirstStartTest().start().lines(ADDRESS), "client secret");

    assertThat(one).isNotEqualTo(two);
  }

  @Test
  void tryItPageHasAClientWhoseSecretNobodyKnows() {
    start();

    assertThat(clients.scopes(SandboxTenant.ID, SandboxTenant.tryItPage().clientId()))
        .contains(SandboxTenant.tryItPage().scopes());
  }

  private static String word(List<String> lines, String name) {
    return lines.stream()
        .map(String::strip)
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).strip())
        .findFirst()
        .orElseThrow();
  }
}
