package io.tweestap.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tweestap.delivery.DeliveryDatabase;
import io.tweestap.delivery.SampleMessages;
import io.tweestap.shared.Ids;
import io.tweestap.shared.Page;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.shared.web.Problem;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import io.tweestap.testkit.ManualClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class MessagesEndpointTest {
  private static final Caller CALLER =
      new Caller(SampleMessages.TENANT, "client", Set.of(Scope.MESSAGES_READ));
  private static final Caller STRANGER =
      new Caller(new TenantId(UUID.randomUUID()), "other", Set.of(Scope.MESSAGES_READ));
  private static final String INSERT =
      """
      INSERT INTO message
        (tenant_id, id, about, state, priority, channel, recipient_hint, sender, locale, key_id,
        recipient_sealed, content_sealed, attempts, next_attempt_at, expires_at, created_at,
        finished_at, carrier, parts, price, price_currency, last_error)
      VALUES
        (:tenant, :id, :about, :state, 0, :channel, '+31******78', 'Acme', 'en', 1,
        CASE WHEN :state = 'queued' THEN '\\x01'::bytea END,
        CASE WHEN :state = 'queued' THEN '\\x01'::bytea END,
        2, :now, :now, :now, :now, 'http', :parts, :price, :currency, :error)
      """;

  private final DeliveryDatabase database = new DeliveryDatabase();
  private final ManualClock clock = new ManualClock(SampleMessages.NOW);
  private final Ids ids = new Ids(clock, new SecureRandom());
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  @BeforeEach
  void start() {
    context.registerBean(JdbcClient.class, database::jdbc);
    context.registerBean(io.tweestap.vault.Vault.class, io.tweestap.vault.SharedVault::get);
    context.registerBean(java.time.Clock.class, () -> clock);
    context.registerBean(JsonMapper.class, JsonMapper::shared);
    context.scan("io.tweestap.delivery.jdbc");
    context.register(MessagesEndpoint.class);
    context.refresh();
  }

  @AfterEach
  void close() {
    context.close();
    database.close();
  }

  @Test
  void aMessageShowsWhatBecameOfItAndNeverWhatItSaid() {
    UUID about = UUID.randomUUID();
    UUID id =
        insert("accepted", "sms", about, Map.of("parts", 2, "price", "0.0850", "currency", "EUR"));
    MessageView view = endpoint().one(CALLER, id.toString());
    String json =
        JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build()
            .writeValueAsString(view);
    assertThat(json)
        .contains(
            "\"state\":\"accepted\"",
            "\"to\":\"+31******78\"",
            "\"carrier\":\"http\"",
            "\"attempts\":2",
            "\"parts\":2",
            "\"price\":{\"amount\":\"0.085\",\"currency\":\"EUR\"}",
            "\"about\":\"" + about + "\"",
            "\"created_at\":\"2026-03-01T12:00:00Z\"")
        .doesNotContain("text", "content", "sealed", "metadata\":{", "batch_id\":\"");
  }

  @Test
  void aMessageShowsItsPartsAndTheStatesThatItCameThrough() {
    UUID id = insert("partly_delivered", "sms", UUID.randomUUID(), Map.of("parts", 2));
    database
        .jdbc()
        .sql(
            """
            WITH told AS (
              UPDATE message SET reported_at = :reported WHERE id = :id RETURNING tenant_id, id
            )
            INSERT INTO message_part
              (tenant_id, message_id, attempt, part, carrier, carrier_message_id, match_id, state,
              final, error, accepted_at, reported_at, done_at)
            SELECT tenant_id, id, 2, part, 'http', 'd-' || part, 'd-' || part,
              CASE part WHEN 1 THEN 'delivered' ELSE 'undeliverable' END, true,
              CASE part WHEN 2 THEN '027' END, :now, :reported, :now
            FROM told, generate_series(1, 2) AS part
            """)
        .param("id", id)
        .param("now", SqlTime.of(clock.instant()))
        .param("reported", SqlTime.of(clock.instant().plusSeconds(4)))
        .update();
    MessageView view = endpoint().one(CALLER, id.toString());
    assertThat(view.timeline())
        .extracting(change -> change.state() + " " + change.at())
        .containsExactly(
            "queued 2026-03-01T12:00:00Z",
            "accepted 2026-03-01T12:00:00Z",
            "partly_delivered 2026-03-01T12:00:04Z");
    assertThat(view.receipts())
        .extracting(part -> part.part() + part.state() + part.carrierMessageId() + part.error())
        .containsExactly("1deliveredd-1null", "2undeliverabled-2027");
    assertThat(list("partly_delivered", null, null, null, null).data()).containsExactly(view);
    assertThat(endpoint().list(STRANGER, query(null, null, null, null, null)).data()).isEmpty();
  }

  @Test
  void theTimelineNamesEachTryAndWhatTheCarrierSaid() {
    UUID id = insert("failed", "sms", UUID.randomUUID(), Map.of("error", "not a number"));
    database
        .jdbc()
        .sql(
            """
            UPDATE message
            SET tries = :tries::jsonb, created_at = :now - interval '9 s'
            WHERE id = :id
            """)
        .param("id", id)
        .param("now", SqlTime.of(clock.instant()))
        .param(
            "tries",
            """
            [{"number": 1, "carrier": "duif", "at": "2026-03-01T11:59:55Z",
              "outcome": "unavailable", "error": "no line", "route": "rank"},
             {"number": 2, "carrier": "http", "at": "2026-03-01T12:00:00Z",
              "outcome": "rejected", "error": "not a number"}]
            """)
        .update();
    assertThat(endpoint().one(CALLER, id.toString()).timeline())
        .containsExactly(
            new Timeline.Entry(
                "queued", clock.instant().minusSeconds(9), null, null, null, null, null),
            new Timeline.Entry(
                "queued",
                clock.instant().minusSeconds(5),
                1,
                "duif",
                "unavailable",
                "no line",
                "rank"),
            new Timeline.Entry(
                "failed", clock.instant(), 2, "http", "rejected", "not a number", null));
  }

  @Test
  void aMessageThatWasNeverTakenHasNoReceipts() {
    UUID id = insert("expired", "sms", UUID.randomUUID(), Map.of());
    MessageView view = endpoint().one(CALLER, id.toString());
    assertThat(view.receipts()).isEmpty();
    assertThat(view.timeline())
        .extracting(Timeline.Entry::state)
        .containsExactly("queued", "expired");
  }

  @Test
  void deadMessagesCanBeFoundWithTheirReason() {
    insert("accepted", "sms", UUID.randomUUID(), Map.of("parts", 1));
    UUID dead =
        insert("failed", "sms", UUID.randomUUID(), Map.of("error", "the provider answered 400"));
    Page<MessageView> found = list("failed", null, null, null, null);
    assertThat(found.data()).extracting(MessageView::id).containsExactly(dead);
    assertThat(found.data().getFirst().lastError()).isEqualTo("the provider answered 400");
    assertThat(found.data().getFirst().nextAttemptAt()).isNull();
  }

  @Test
  void filtersWorkTogether() {
    UUID about = UUID.randomUUID();
    UUID sms = insert("queued", "sms", about, Map.of());
    UUID voice = insert("queued", "voice", about, Map.of());
    insert("queued", "voice", UUID.randomUUID(), Map.of());
    assertThat(list(null, null, about.toString(), null, null).data())
        .extracting(MessageView::id)
        .containsExactlyInAnyOrder(sms, voice);
    assertThat(list("queued", "voice", about.toString(), null, null).data())
        .extracting(MessageView::id)
        .containsExactly(voice);
  }

  @Test
  void pagesGoThroughAllNewestFirst() {
    UUID[] inserted = new UUID[5];
    for (int i = 4; i >= 0; i--) {
      inserted[i] = insert("queued", "sms", UUID.randomUUID(), Map.of());
      clock.advance(Duration.ofMillis(1));
    }
    Page<MessageView> first = list(null, null, null, 3, null);
    Page<MessageView> second = list(null, null, null, 3, first.nextCursor());
    assertThat(first.data())
        .extracting(MessageView::id)
        .containsExactly(inserted[0], inserted[1], inserted[2]);
    assertThat(second.data()).extracting(MessageView::id).containsExactly(inserted[3], inserted[4]);
    assertThat(second.nextCursor()).isNull();
  }

  @Test
  void anotherTenantsMessageIsAsUnknownAsNone() {
    UUID id = insert("queued", "sms", UUID.randomUUID(), Map.of());
    for (String asked : List.of(id.toString(), UUID.randomUUID().toString(), "not-an-id")) {
      assertThatThrownBy(() -> endpoint().one(STRANGER, asked))
          .isInstanceOfSatisfying(
              Problem.class,
              problem ->
                  assertThat(problem.getBody().getProperties()).containsEntry("code", "not_found"));
    }
    assertThat(endpoint().list(STRANGER, query(null, null, null, null, null)).data()).isEmpty();
  }

  @Test
  void aFilterThatCannotBeReadIsNamed() {
    assertNamed("state", () -> list("lost", null, null, null, null));
    assertNamed("channel", () -> list(null, "fax", null, null, null));
    assertNamed("about", () -> list(null, null, "x", null, null));
    assertNamed("limit", () -> list(null, null, null, 201, null));
    assertNamed("limit", () -> list(null, null, null, 0, null));
    assertNamed("cursor", () -> list(null, null, null, null, "x"));
  }

  @Test
  void everyEndpointAsksForAScope() {
    assertThat(
            Arrays.stream(MessagesEndpoint.class.getDeclaredMethods())
                .filter(method ->
                    method.isAnnotationPresent(GetMapping.class)
                        || method.isAnnotationPresent(DeleteMapping.class)))
        .hasSize(2)
        .allMatch(method -> {
          RequiresScope scope = method.getAnnotation(RequiresScope.class);
          return scope != null && scope.value() == Scope.MESSAGES_READ;
        });
  }

  private static void assertNamed(String field, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.getBody().getProperties())
                    .containsEntry("code", "invalid_field")
                    .containsEntry("field", field));
  }

  private MessagesEndpoint endpoint() {
    return context.getBean(MessagesEndpoint.class);
  }

  private Page<MessageView> list(
      @Nullable String state,
      @Nullable String channel,
      @Nullable String about,
      @Nullable Integer limit,
      @Nullable String cursor) {
    return endpoint().list(CALLER, query(state, channel, about, limit, cursor));
  }

  private static MessageQuery query(
      @Nullable String state,
      @Nullable String channel,
      @Nullable String about,
      @Nullable Integer limit,
      @Nullable String cursor) {
    return new MessageQuery(state, channel, about, null, null, null, null, limit, cursor);
  }

  private UUID insert(String state, String channel, UUID about, Map<String, Object> more) {
    UUID id = ids.next();
    Object price = more.get("price");
    database
        .jdbc()
        .sql(INSERT)
        .param("tenant", SampleMessages.TENANT.value())
        .param("id", id)
        .param("about", about)
        .param("state", state)
        .param("channel", channel)
        .param("now", SqlTime.of(clock.instant()))
        .param("parts", more.get("parts"))
        .param("price", price == null ? null : new java.math.BigDecimal(price.toString()))
        .param("currency", more.get("currency"))
        .param("error", more.get("error"))
        .update();
    return id;
  }
}
