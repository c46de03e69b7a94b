package io.tweestap.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.audit.chain.Break;
import io.tweestap.audit.chain.ChainReport;
import io.tweestap.audit.chain.Fault;
import io.tweestap.shared.TenantId;
import io.tweestap.testkit.ManualClock;
import io.tweestap.testkit.TestDatabase;
import io.tweestap.vault.TestVaults;
import io.tweestap.vault.Vault;
import io.tweestap.vault.keys.CurrentKeys;
import io.tweestap.vault.keys.KeyEncryption;
import io.tweestap.vault.keys.KeyFile;
import io.tweestap.vault.keys.KeySets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainTest {
  private static final TestDatabase DATABASE = AuditNode.database();

  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final SecureRandom random = new SecureRandom();
  private final TenantId tenant = new TenantId(UUID.randomUUID());
  @TempDir private Path directory;
  private KeyFile file;
  private CurrentKeys keys;
  private AuditNode node;
  private AuditNode other;

  @BeforeEach
  void start() {
    file = new KeyFile(directory.resolve("keys.json"), KeyEncryption.none());
    file.create(KeySets.fresh(random, clock.instant()));
    keys = CurrentKeys.of(file);
    Vault vault = TestVaults.of(keys);
    node = new AuditNode(DATABASE, clock, vault);
    other = new AuditNode(DATABASE, clock, vault);
  }

  @AfterEach
  void stop() {
    for (String table : List.of("audit_event", "audit_chain")) {
      node.jdbc.sql("DELETE FROM " + table).update();
    }
    node.close();
    other.close();
  }

  @Test
  void anEventIsThereIfAndOnlyIfItsTransactionCommits() {
    node.transaction.executeWithoutResult(status -> {
      node.record(tenant, "totp");
      status.setRollbackOnly();
    });
    node.transaction.executeWithoutResult(_ -> node.record(tenant, "hotp"));
    node.seal();

    assertThat(whole().links()).isEqualTo(1);
  }

  @Test
  void anEventThatCommitsLateIsLinkedBehindThoseThatOvertookIt() {
    node.transaction.executeWithoutResult(_ -> {
      node.record(tenant, "late");
      clock.advance(Duration.ofSeconds(1));
      other.record(tenant, "early");
      other.seal();
      assertThat(other.verify(tenant).last()).isEqualTo(1);
    });
    node.seal();

    assertThat(whole().links()).isEqualTo(2);
    assertThat(details(1)).contains("early");
    assertThat(details(2)).contains("late");
  }

  @Test
  void manyEventsAreSealedInPortions() {
    for (int i = 0; i < 5; i++) {
      List<AuditEvent> many =
          IntStream.range(0, 500)
              .mapToObj(n -> AuditNode.event(AuditAction.FACTOR_ANSWERED, "f" + n))
              .toList();
      node.trail().record(tenant, many);
    }
    node.trail().record(tenant, List.of());
    node.seal();

    assertThat(whole().links()).isEqualTo(2500);
  }

  @Test
  void twoSealersAndManyWritersMakeOneChain() throws Exception {
    int writers = 4;
    int each = 150;
    CyclicBarrier start = new CyclicBarrier(writers + 2);
    try (ExecutorService executor = Executors.newFixedThreadPool(writers + 2)) {
      List<Future<?>> running = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        AuditNode on = writer % 2 == 0 ? node : other;
        running.add(
            executor.submit(() -> {
              start.await();
              for (int i = 0; i < each; i++) {
                on.record(tenant, "n" + i);
              }
              return true;
            }));
      }
      for (AuditNode on : List.of(node, other)) {
        running.add(
            executor.submit(() -> {
              start.await();
              for (int i = 0; i < 60; i++) {
                on.seal();
                assertThat(on.verify(tenant).found()).isEmpty();
              }
              return true;
            }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    node.seal();

    ChainReport report = whole();
    assertThat(report.links()).isEqualTo(writers * each);
    assertThat(report.unsealed()).isZero();
    assertThat(node.verify(AuditTrail.INSTALLATION).links()).isEqualTo(1);
  }

  @Test
  void aChainIsVerifiedAfterTheKeysWereRotated() {
    node.record(tenant, "one");
    node.seal();
    node.record(tenant, "two");
    rotate();
    node.record(tenant, "three");
    node.seal();

    assertThat(whole().links()).isEqualTo(3);
    assertThat(
            node.jdbc
                .sql(
                    "SELECT count(DISTINCT link_key_id) FROM audit_event WHERE tenant_id = :tenant")
                .param("tenant", tenant.value())
                .query(Long.class)
                .single())
        .isEqualTo(2);
    assertThat(new AuditKeys().hashed()).hasSize(3);
  }

  @Test
  void withoutTheKeysNothingIsVouchedFor() {
    node.record(tenant, "one");
    node.seal();
    try (AuditNode stranger = new AuditNode(DATABASE, clock, Vault.withKeysOfItsOwn())) {
      assertThat(stranger.verify(tenant).found()).isPresent();
      stranger.seal();
    }
    assertThat(whole().links()).isEqualTo(1);
  }

  @Test
  @DisplayName("PRV-3: content goes when its class's time is over, and the chain stays whole")
  void contentGoesWhenItsTimeIsOver() {
    mixed();
    clock.advance(Duration.ofDays(364));
    node.purge();
    assertThat(whole().purged()).isZero();
    clock.advance(Duration.ofDays(2));
    node.record(tenant, "new");
    node.seal();
    node.purge();

    ChainReport report = whole();
    assertThat(report.purged()).isEqualTo(2);
    assertThat(report.first()).isEqualTo(1);
    assertThat(report.last()).isEqualTo(6);
    assertThat(rowsWith("action LIKE 'factor.%' AND details NOT LIKE '%new%'")).isZero();
    assertThat(rowsWith("action = 'policy.changed'")).isEqualTo(2);
    node.purge();
    assertThat(whole()).usingRecursiveComparison().isEqualTo(report);
  }

  @Test
  @DisplayName("PRV-3: rows go at the front, and what is cut off there by others is still found")
  void rowsGoAtTheFront() {
    mixed();
    clock.advance(Duration.ofDays(1096));
    node.record(tenant, "new");
    node.seal();
    node.purge();

    ChainReport report = whole();
    assertThat(report.first()).isEqualTo(5);
    assertThat(report.links()).isEqualTo(1);
    assertThat(rowsWith("true")).isEqualTo(1);
    node.jdbc
        .sql("DELETE FROM audit_event WHERE tenant_id = :tenant")
        .param("tenant", tenant.value())
        .update();
    assertThat(node.verify(tenant).found().map(Break::fault)).contains(Fault.CUT_OFF);
  }

  @Test
  void manyEventsArePurgedInPortions() {
    for (int i = 0; i < 3; i++) {
      clock.advance(Duration.ofDays(40));
      List<AuditEvent> many =
          IntStream.range(0, 800)
              .mapToObj(n -> AuditNode.event(AuditAction.FACTOR_ANSWERED, "f" + n))
              .toList();
      node.trail().record(tenant, many);
    }
    node.seal();
    clock.advance(Duration.ofDays(366));
    node.purge();

    assertThat(rowsWith("true")).isZero();
    assertThat(whole().first()).isEqualTo(2400);
    node.record(tenant, "new");
    node.seal();
    assertThat(whole().last()).isEqualTo(2401);
  }

  @Test
  void theFrontIsNotTakenAwayWhenSomebodyChangedIt() {
    mixed();
    node.jdbc
        .sql("UPDATE audit_event SET link = digest WHERE tenant_id = :tenant AND position = 1")
        .param("tenant", tenant.value())
        .update();
    clock.advance(Duration.ofDays(366));
    node.purge();

    assertThat(node.verify(tenant).found().map(Break::fault)).contains(Fault.FORGED);
    assertThat(node.verify(tenant).first()).isZero();
  }

  /// Activity, administration, activity, administration, activity of a later day.
  private void mixed() {
    for (AuditAction action : List.of(AuditAction.FACTOR_ANSWERED, AuditAction.POLICY_CHANGED)) {
      node.trail().record(tenant, AuditNode.event(action, "user-1"));
      clock.advance(Duration.ofSeconds(1));
    }
    node.trail().record(tenant, AuditNode.event(AuditAction.FACTOR_BOUND, "user-2"));
    clock.advance(Duration.ofSeconds(1));
    node.trail().record(tenant, AuditNode.event(AuditAction.POLICY_CHANGED, "rule"));
    clock.advance(Duration.ofSeconds(1));
    node.trail().record(tenant, AuditNode.event(AuditAction.FACTOR_BOUND, "phone"));
    node.seal();
  }

  private ChainReport whole() {
    ChainReport report = node.verify(tenant);
    assertThat(report.found()).isEmpty();
    assertThat(node.verify(AuditTrail.INSTALLATION).found()).isEmpty();
    return report;
  }

  private void rotate() {
    clock.advance(Duration.ofSeconds(1));
    KeySets next = file.change(now -> now.withNewKey(random, clock.instant()));
    file.change(now -> now.promoted(next.waiting().orElseThrow(), clock.instant()));
    keys.rereadIfChanged();
  }

  private long rowsWith(String condition) {
    return node.jdbc
        .sql("SELECT count(*) FROM audit_event WHERE tenant_id = :tenant AND " + condition)
        .param("tenant", tenant.value())
        .query(Long.class)
        .single();
  }

  private String details(int position) {
    return node.jdbc
        .sql("SELECT details FROM audit_event WHERE tenant_id = :tenant AND position = :position")
        .param("tenant", tenant.value())
        .param("position", position)
        .query(String.class)
        .single();
  }
}
