package io.tweestap.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.shared.Channel;
import io.tweestap.shared.SqlTime;
import io.tweestap.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How much of the outbox a claim looks at, as the database counts it: never what it has no use
/// for.
class ClaimWalkTest {
  private static final int MANY = 20_000;
  private static final int FEW = 5;

  /// The driver has a statement prepared after five runs, the database tries five plans of it.
  private static final int ENOUGH_FOR_THE_PLANNER = 15;

  /// What a few claims read of the index: some levels for each turn and for each row that moves.
  private static final long PAGES_MAX = 60;

  private static final String FILL =
      """
      INSERT INTO message
        (tenant_id, id, about, state, priority, channel, recipient_hint, sender, locale, key_id,
        recipient_sealed, content_sealed, next_attempt_at, expires_at, created_at, route)
      SELECT :tenant, gen_random_uuid(), gen_random_uuid(), 'queued', :priority, :channel, 'x',
        'Acme', 'en', 1, '\\x01', '\\x01', :due + row * CAST(:step AS interval),
        :due + interval '9 days', :due, :route
      FROM generate_series(1, :rows) AS row
      """;

  /// Pages of the index of due messages that this transaction has asked for.
  private static final String PAGES =
      """
      SELECT sum(pg_stat_get_xact_blocks_fetched(inhrelid))
      FROM pg_inherits
      WHERE inhparent = 'message_due'::regclass
      """;

  /// Rows of the messages that this transaction has read by walking through a whole table.
  private static final String ROWS =
      """
      SELECT sum(pg_stat_get_xact_tuples_returned(inhrelid))
      FROM pg_inherits
      WHERE inhparent = 'message'::regclass
      """;

  /// How often this connection has run a claim by a plan made once.
  private static final String PLANNED_ONCE =
      """
      SELECT coalesce(sum(generic_plans), 0)
      FROM pg_prepared_statements
      WHERE statement LIKE '%SET attempts = due.attempts + 1%'
      """;

  private static final int WEEKS = 15;

  private static final String PARTITION =
      """
      CREATE TABLE message_week_%d PARTITION OF message
      FOR VALUES FROM ('%08d-0000-0000-0000-000000000000')
        TO ('%08d-0000-0000-0000-000000000000')
      """;

  /// Gives each message an id of one of the weeks.
  private static final String SPREAD =
      """
      UPDATE message
      SET id = CAST(lpad(CAST(get_byte(uuid_send(id), 4) % 15 AS text), 8, '0')
        || right(CAST(id AS text), 28) AS uuid)
      """;

  private final DeliveryDatabase database = new DeliveryDatabase();
  private final ManualClock clock = new ManualClock(SampleMessages.NOW);
  private final OutboxNode node = new OutboxNode(database, clock, FakeCarrier.accepting());

  @BeforeEach
  void stand() {
    node.stopCouriers();
  }

  @AfterEach
  void close() {
    node.close();
    database.close();
  }

  @Test
  void aMailCourierDoesNotWalkPastTextMessages() {
    fill(Priority.CODE, Channel.SMS, clock.instant(), MANY);
    fill(Priority.BULK, Channel.SMS, clock.instant(), MANY);
    fill(Priority.BULK, Channel.EMAIL, clock.instant(), FEW);
    assertThat(pagesOfAClaim(List.of(Channel.EMAIL), FEW)).isBetween(1L, PAGES_MAX);
  }

  @Test
  void aCourierDoesNotWalkPastWhatWaitsForAnother() {
    fill("another", Priority.CODE, Channel.SMS, clock.instant(), MANY);
    fill("fourth", Priority.CODE, Channel.SMS, clock.instant(), MANY);
    fill(Priority.BULK, Channel.SMS, clock.instant(), FEW);
    assertThat(pagesOfAClaim(List.of(Channel.SMS), FEW)).isBetween(1L, PAGES_MAX);
  }

  @Test
  void aCourierDoesNotWalkPastWhatIsNotYetDue() {
    fill(Priority.CODE, Channel.SMS, clock.instant().plus(Duration.ofDays(1)), MANY);
    fill(Priority.NOTICE, Channel.SMS, clock.instant().plus(Duration.ofDays(1)), MANY);
    fill(Priority.BULK, Channel.SMS, clock.instant(), FEW);
    List<Channel> channels = List.of(Channel.VOICE, Channel.SMS);
    assertThat(pagesOfAClaim(channels, FEW)).isBetween(1L, PAGES_MAX);
  }

  /// As many tables as there are weeks of messages, each with its share of them.
  @Test
  void whatWasFoundIsNotLookedForInTheWholeTable() {
    fillWeeks();
    long rows =
        database
            .transaction()
            .execute(_ -> {
              long before = database.jdbc().sql(ROWS).query(Long.class).single();
              assertThat(claim(List.of(Channel.SMS), 100)).hasSize(100);
              return database.jdbc().sql(ROWS).query(Long.class).single() - before;
            });
    assertThat(rows).isLessThan(MANY / 10);
  }

  /// Planned anew each time, in all partitions, it takes longer to plan than to run.
  @Test
  void aClaimIsNotPlannedAnewEachTime() {
    fillWeeks();
    long planned =
        database
            .transaction()
            .execute(_ -> {
              for (int i = 0; i < ENOUGH_FOR_THE_PLANNER; i++) {
                assertThat(claim(List.of(Channel.SMS), 20)).hasSize(20);
              }
              return database.jdbc().sql(PLANNED_ONCE).query(Long.class).single();
            });
    assertThat(planned).isPositive();
  }

  @Test
  void equallyUrgentChannelsTakeTheOrderTheyAreAskedInAndUrgencyGoesFirst() {
    fill(Priority.BULK, Channel.SMS, clock.instant(), 2);
    fill(Priority.BULK, Channel.VOICE, clock.instant(), 2);
    fill(Priority.CODE, Channel.VOICE, clock.instant(), 1);
    assertThat(claim(List.of(Channel.SMS, Channel.VOICE), 3))
        .containsExactlyInAnyOrder(Channel.VOICE, Channel.SMS, Channel.SMS);
  }

  private void fillWeeks() {
    for (int week = 0; week < WEEKS; week++) {
      database.jdbc().sql(PARTITION.formatted(week, week, week + 1)).update();
    }
    fill(Priority.BULK, Channel.SMS, clock.instant(), 3 * MANY);
    database.jdbc().sql(SPREAD).update();
    database.jdbc().sql("ANALYZE message").update();
  }

  private long pagesOfAClaim(List<Channel> channels, int expected) {
    database.jdbc().sql("ANALYZE message").update();
    return database
        .transaction()
        .execute(_ -> {
          long before = pages();
          assertThat(claim(channels, 100)).hasSize(expected);
          return pages() - before;
        });
  }

  private long pages() {
    return database.jdbc().sql(PAGES).query(Long.class).single();
  }

  private List<Channel> claim(List<Channel> channels, int batch) {
    Instant now = clock.instant();
    return node.rows().claim("fake", channels, Priority.CODE, now, batch).stream()
        .map(message -> message.channel())
        .toList();
  }

  private void fill(Priority priority, Channel channel, Instant due, int rows) {
    fill("fake", priority, channel, due, rows);
  }

  private void fill(String route, Priority priority, Channel channel, Instant due, int rows) {
    database
        .jdbc()
        .sql(FILL)
        .param("tenant", SampleMessages.TENANT.value())
        .param("route", route)
        .param("priority", priority.ordinal())
        .param("channel", channel.text())
        .param("due", SqlTime.of(due))
        .param("step", due.isAfter(clock.instant()) ? "1 ms" : "-1 ms")
        .param("rows", rows)
        .update();
  }
}
