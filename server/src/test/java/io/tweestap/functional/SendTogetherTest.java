package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tweestap.delivery.Priority;
import io.tweestap.limit.Limit;
import io.tweestap.limit.LimitsTogether;
import io.tweestap.limit.LimitsTogether.Taking;
import io.tweestap.limit.Verdict;
import io.tweestap.message.Messages;
import io.tweestap.message.NewBatch;
import io.tweestap.message.SendOutcome;
import io.tweestap.shared.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Messages that arrive together share their statements and a transaction, and nobody can tell.
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

  private static final String REFUSE_POISON =
      "ALTER TABLE message ADD CONSTRAINT no_poison CHECK (sender <> 'Poison') NOT VALID";

  private static final String REFUSE_NOTHING = "ALTER TABLE message DROP CONSTRAINT no_poison";

  @Autowired private LimitsTogether limits;
  @Autowired private Messages messages;
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

  /// The second's are more than it may have at once, of a counter that nobody used before.
  @Test
  void usesThatShareAStatementAreCountedAgainstTheirOwnTenantsLimit() {
    TenantId first = tenant.tenant().id();
    TenantId second = newTenant().tenant().id();
    List<Taking> asked = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      asked.add(taking(first, 6));
      asked.add(taking(second, 3));
    }

    List<Optional<Verdict.Refused>> answers = limits.take(asked);

    assertThat(answers).filteredOn(Optional::isPresent).hasSize(2);
    assertThat(List.of(answers.get(7), answers.get(9))).doesNotContain(Optional.empty());
    assertThat(limits.take(List.of(taking(second, 3))).getFirst()).isPresent();
    assertThat(limits.take(List.of(taking(first, 6))).getFirst()).isEmpty();
    assertThat(limits.take(List.of(taking(first, 6))).getFirst()).isPresent();
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

  @Test
  void whoIsRefusedInCompanyTakesNothingFromTheOthers() {
    TestTenant few = newTenant();
    patch(few, "/v1/settings", "{\"limits\":{\"messages_per_tenant_day\":2}}");
    TestTenant stopped = newTenant();
    post(stopped, "/v1/opt-outs", "{\"number\":\"%s\"}".formatted(number));

    List<Object> outcomes = inCompany("Name", few, tenant, stopped, few, tenant, few, tenant);

    assertThat(outcomes)
        .map(Object::getClass)
        .containsExactly(
            SendOutcome.Accepted.class,
            SendOutcome.Accepted.class,
            SendOutcome.Refused.class,
            SendOutcome.Accepted.class,
            SendOutcome.Accepted.class,
            SendOutcome.RateLimited.class,
            SendOutcome.Accepted.class);
    assertThat(sent(few)).isEqualTo(2);
    assertThat(sent(tenant)).isEqualTo(3);
    assertThat(sent(stopped)).isZero();
  }

  @Test
  void whatTheDatabaseRefusesFailsAloneAndNoOtherIsCountedTwice() {
    TestTenant few = newTenant();
    patch(few, "/v1/settings", "{\"limits\":{\"messages_per_tenant_day\":2}}");
    jdbc.sql(REFUSE_POISON).update();
    try {
      List<Object> outcomes = inCompany("Poison", few, tenant, few);

      assertThat(outcomes.get(0)).isInstanceOf(SendOutcome.Accepted.class);
      assertThat(outcomes.get(1)).isInstanceOf(DataIntegrityViolationException.class);
      assertThat(outcomes.get(2)).isInstanceOf(SendOutcome.Accepted.class);
      assertThat(sent(few)).isEqualTo(2);
      assertThat(sent(tenant)).isZero();
    } finally {
      jdbc.sql(REFUSE_NOTHING).update();
    }
  }

  /// Sends while others hold up all lanes, so that all of these share the next transaction.
  ///
  /// @param name whom the messages of [#tenant] come from
  /// @return outcomes or failures
  private List<Object> inCompany(String name, TestTenant... senders) {
    TestTenant busy = newTenant();
    messages.send(busy.tenant().id(), message("Name"));
    List<FutureTask<Object>> all = new ArrayList<>();
    transaction.executeWithoutResult(_ -> {
      jdbc.sql(LOCK).param("tenant", busy.tenant().id().value()).query(String.class).list();
      for (int i = 0; i < LANES; i++) {
        start(() -> messages.send(busy.tenant().id(), message("Name")));
      }
      await().until(() -> jdbc.sql(WAITING).query(Integer.class).single() >= LANES);
      for (TestTenant one : senders) {
        FutureTask<Object> task = task(one, message(one.equals(tenant) ? name : "Name"));
        all.add(task);
        Thread thread = start(task);
        await().until(() -> thread.getState() == Thread.State.WAITING);
      }
    });
    return all.stream().map(SendTogetherTest::outcome).toList();
  }

  private static Object outcome(FutureTask<Object> task) {
    try {
      return task.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private FutureTask<Object> task(TestTenant by, NewBatch batch) {
    return new FutureTask<>(() -> {
      try {
        return messages.send(by.tenant().id(), batch);
      } catch (RuntimeException e) {
        return e;
      }
    });
  }

  private static Thread start(Runnable work) {
    return Thread.ofPlatform().daemon().start(work);
  }

  private NewBatch message(String name) {
    return new NewBatch(
        List.of(new NewBatch.To(number, Map.of(), Optional.empty(), Optional.empty())),
        new NewBatch.Words.Text("Hi"),
        Optional.empty(),
        Optional.of(name),
        Optional.empty(),
        Duration.ofHours(1),
        Priority.NOTICE,
        Map.of());
  }

  private static Taking taking(TenantId by, int capacity) {
    return new Taking(by, Map.of(LIMIT.text(), capacity), LIMIT, 1);
  }

  private int send(TestTenant by, String to) {
    return post(by, "/v1/messages", "{\"to\":\"%s\",\"text\":\"Hi\"}".formatted(to)).status();
  }

  private int sent(TestTenant by) {
    return get(by, "/v1/messages?limit=100").json().path("data").size();
  }
}
