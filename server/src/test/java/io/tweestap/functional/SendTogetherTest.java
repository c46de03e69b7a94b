package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tweestap.limit.Limit;
import io.tweestap.limit.LimitsTogether;
import io.tweestap.limit.Verdict;
import io.tweestap.shared.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Messages that arrive together share their statements, and nobody can tell.
class SendTogetherTest extends VerificationTest {
  private static final Limit LIMIT = Limit.MESSAGES_PER_TENANT_DAY;
  private static final int LANES = 2;

  private static final String LOCK =
      """
      SELECT name
      FROM rate_limit
      WHERE tenant_id = :tenant
      FOR UPDATE
      """;

  private static final String WAITING =
      """
      SELECT count(*)
      FROM pg_stat_activity
      WHERE datname = current_database()
        AND wait_event_type = 'Lock'
      """;

  @Autowired private LimitsTogether limits;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  @Test
  void ofManyAtOnceAsManyAreSentAsTheLimitAllows() throws Exception {
    patch(tenant, "/v1/settings", "{\"limits\":{\"messages_per_tenant_day\":20}}");
    var line = new AtomicInteger(1000);

    List<Integer> answers =
        Together.run(64, () -> send(tenant, number.substring(0, 8) + line.getAndIncrement()));

    assertThat(answers).filteredOn(status -> status == 202).hasSize(20);
    assertThat(answers).filteredOn(status -> status == 429).hasSize(44);
    assertThat(sent(tenant)).isEqualTo(20);
  }

  /// The uses of the second and the third tenant are in one statement, and the second's are more
  /// than it may have at once, of a counter that nobody used before.
  @Test
  void usesThatShareAStatementAreCountedAgainstTheirOwnTenantsLimit() throws Exception {
    TenantId second = newTenant().tenant().id();
    TenantId third = newTenant().tenant().id();
    take(tenant.tenant().id(), 100);
    List<FutureTask<Boolean>> held = new ArrayList<>();
    List<FutureTask<Boolean>> ofSecond = new ArrayList<>();
    List<FutureTask<Boolean>> ofThird = new ArrayList<>();
    transaction.executeWithoutResult(_ -> {
      jdbc.sql(LOCK).param("tenant", tenant.tenant().id().value()).query(String.class).list();
      for (int i = 0; i < LANES; i++) {
        start(held, () -> take(tenant.tenant().id(), 100));
      }
      await().until(() -> jdbc.sql(WAITING).query(Integer.class).single() >= LANES);
      for (int i = 0; i < 5; i++) {
        waitsInLine(start(ofSecond, () -> take(second, 3)));
        waitsInLine(start(ofThird, () -> take(third, 6)));
      }
    });

    assertThat(taken(held)).isEqualTo(LANES);
    assertThat(taken(ofSecond)).isEqualTo(3);
    assertThat(taken(ofThird)).isEqualTo(5);
    assertThat(take(second, 3)).isFalse();
    assertThat(take(third, 6)).isTrue();
    assertThat(take(third, 6)).isFalse();
  }

  @Test
  void whoSaidStopToOneTenantStillHearsFromAnother() throws Exception {
    TestTenant other = newTenant();
    post(tenant, "/v1/opt-outs", "{\"number\":\"%s\"}".formatted(number));
    var turn = new AtomicInteger();

    List<Boolean> right =
        Together.run(
            32,
            () ->
                turn.getAndIncrement() % 2 == 0
                    ? send(tenant, number) == 422
                    : send(other, number) == 202);

    assertThat(right).doesNotContain(false);
    assertThat(sent(tenant)).isZero();
    assertThat(sent(other)).isEqualTo(16);
  }

  private boolean take(TenantId of, int capacity) {
    Optional<Verdict.Refused> no = limits.take(of, Map.of(LIMIT.text(), capacity), LIMIT, 1);
    return no.isEmpty();
  }

  private static Thread start(List<FutureTask<Boolean>> all, Callable<Boolean> work) {
    var task = new FutureTask<>(work);
    all.add(task);
    return Thread.ofPlatform().daemon().start(task);
  }

  private static void waitsInLine(Thread thread) {
    await().until(() -> thread.getState() == Thread.State.WAITING);
  }

  private static int taken(List<FutureTask<Boolean>> all) throws Exception {
    int taken = 0;
    for (FutureTask<Boolean> one : all) {
      taken += one.get() ? 1 : 0;
    }
    return taken;
  }

  private int send(TestTenant by, String to) {
    return post(by, "/v1/messages", "{\"to\":\"%s\",\"text\":\"Hi\"}".formatted(to)).status();
  }

  private int sent(TestTenant by) {
    return get(by, "/v1/messages?limit=100").json().path("data").size();
  }
}
