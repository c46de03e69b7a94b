package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.IncomingSms;
import io.tweestap.delivery.IncomingSms.Piece;
import io.tweestap.delivery.IncomingSms.Received;
import io.tweestap.login.account.AccountVisits;
import io.tweestap.operations.Command;
import io.tweestap.policy.Frequency;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Place;
import io.tweestap.vault.SealedColumns;
import io.tweestap.vault.SealedColumns.Group;
import io.tweestap.vault.SealedColumns.HashKey;
import io.tweestap.vault.Vault;
import io.tweestap.vault.keys.KeyFile;
import io.tweestap.vault.rows.KeyUsers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Every column that depends on a key, found in the database's own catalog, before and after a
/// rotation. A server of its own: its keys change, and its clock leaps.
@TestPropertySource(properties = "spring.application.name=key-rotation")
@DisplayName("Keys are rotated for every sealed column")
class KeyRotationTest extends LoginTest {
  private static final String DETAILS =
      "\"details\":{\"amount\":\"49.95\",\"currency\":\"EUR\",\"payee\":\"Jansen Fietsen\"}";

  /// Bytes that no key of ours is needed for, and why.
  private static final Map<String, String> WITHOUT_KEY =
      Map.ofEntries(
          Map.entry(
              "scheduled_tasks.task_data", "what a worker is to do; holds nothing of a tenant"),
          Map.entry("tenant_pages.logo", "a picture for everybody to see"),
          Map.entry("rate_limit.key", "found by hash, and worth nothing after two days"),
          Map.entry("fraud_count.key", "found by hash, and worth nothing after a day"),
          Map.entry("message_velocity.key", "found by hash, and worth nothing after a day"),
          Map.entry("message_day.key", "the name of a country, or nothing"),
          Map.entry("fraud_block.key", "found by hash, and worth nothing after two days"),
          Map.entry("verification.guard_prefix", "added to fraud_count when a code was right"),
          Map.entry("verification.guard_source", "added to fraud_count when a code was right"),
          Map.entry("idempotent_request.request_hash", "compared for a day"),
          Map.entry("ocra_challenge.details_hash", "compared for some minutes"),
          Map.entry("phone_challenge.details_hash", "compared for some minutes"),
          Map.entry("phone_challenge.approved_hash", "compared for some minutes"),
          Map.entry("inbound_part.assembly_hash", "finds parts for a day at most"),
          Map.entry("opt_out_answer.answer_hash", "compared for a day"),
          Map.entry("inbound_seen.message_hash", "compared for a day at most"),
          Map.entry("prompt.token_hash", "compared for an hour and ten minutes at most"),
          Map.entry("prompt.browser_hash", "compared for an hour and ten minutes at most"),
          Map.entry("account_visit.link_hash", "compared for two minutes"),
          Map.entry("account_visit.browser_hash", "compared for an hour"),
          Map.entry("webauthn_user.handle", "drawn by chance, and told to every key"),
          Map.entry("webauthn_credential.credential_id", "told by the key to whoever asks"),
          Map.entry("webauthn_credential.public_key", "public"),
          Map.entry("webauthn_challenge.challenge_hash", "compared for some minutes"),
          Map.entry("webauthn_challenge.details_hash", "compared for some minutes"));

  private static final String COLUMNS =
      """
      SELECT t.relname || '.' || c.attname
      FROM pg_attribute c
      JOIN pg_class t ON t.oid = c.attrelid
      WHERE t.relnamespace = 'public'::regnamespace
        AND t.relkind IN ('r', 'p')
        AND NOT t.relispartition
        AND c.attnum > 0
        AND NOT c.attisdropped
        AND %s
      """;

  @Autowired private List<SealedColumns> rooms;
  @Autowired private List<Command> commands;
  @Autowired private KeyUsers keyUsers;
  @Autowired private KeyFile keyFile;
  @Autowired private Vault vault;
  @Autowired private AccountVisits visits;
  @Autowired private IncomingSms incoming;

  /// A row of a group, and what its sealed columns hold in the clear.
  private record Row(Group group, UUID tenant, UUID id, Map<String, byte @Nullable []> sealed) {}

  @Test
  @DisplayName("A column with sealed or hashed bytes that no room registers is found")
  void everyColumnThatDependsOnAKeyIsRegistered() {
    Set<String> known = new TreeSet<>(WITHOUT_KEY.keySet());
    groups()
        .forEach(group -> {
          group.columns().forEach(column -> known.add(group.table() + "." + column));
          group.index().ifPresent(index -> known.add(group.table() + "." + index.column()));
        });
    Set<String> hashed = hashKeys().map(HashKey::table).collect(Collectors.toSet());

    assertThat(columns("c.atttypid = 'bytea'::regtype"))
        .isNotEmpty()
        .allSatisfy(column ->
            assertThat(known.contains(column) || isHash(column, hashed)).as(column).isTrue());
    assertThat(columns("c.attname LIKE '%key\\_id'"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    groups().map(group -> group.table() + "." + group.keyId()),
                    hashKeys().map(key -> key.table() + "." + key.keyId()))
                .distinct()
                .toList());
  }

  /// In a table whose hashes have a key id, and by its name a hash.
  private static boolean isHash(String column, Set<String> tables) {
    return tables.contains(column.substring(0, column.indexOf('.')))
        && column.matches(".*(_hash|digest|link|seal)");
  }

  @Test
  @DisplayName("PRV-7: every sealed row opens under the new key, and the old one can be pruned")
  void everyRowOpensUnderTheNewKeyAndTheOldOneCanBePruned() {
    int old = keyFile.read().primary();
    fill();
    List<Row> before = groups().flatMap(group -> rows(group).stream()).toList();
    List<Map<String, String>> clear = before.stream().map(this::opened).toList();
    groups().forEach(group -> everyColumnIsFilled(group, before));

    assertThat(keys("rotate", "--wait", "0")).isZero();

    int primary = keyFile.read().primary();
    assertThat(primary).isNotEqualTo(old);
    assertThat(keyUsers.notUnder(primary)).isZero();
    groups().forEach(this::indexesAreFound);
    // Those that cannot be hashed again keep the old key until they are gone.
    assertThat(keyUsers.of(old).keySet())
        .containsExactlyInAnyOrderElementsOf(
            hashKeys().map(key -> key.table() + "." + key.keyId()).toList());
    hashKeys().forEach(key -> forget(key, old));
    clock.advance(Duration.ofDays(3));
    assertThat(keys("prune")).isZero();

    assertThat(keyFile.read().lives()).extracting(life -> life.id()).containsExactly(primary);
    for (int i = 0; i < before.size(); i++) {
      Row row = before.get(i);
      Optional<Row> now = rows(row.group()).stream().filter(one -> isSame(one, row)).findFirst();
      if (now.isPresent()) {
        assertThat(opened(now.get())).as(row.group().table()).isEqualTo(clear.get(i));
      }
    }
  }

  private static boolean isSame(Row one, Row other) {
    return one.tenant().equals(other.tenant()) && one.id().equals(other.id());
  }

  /// A row in every table that a key is needed for. A new one is put in here.
  private void fill() {
    String test = "/v1/settings/test_numbers/+31600000001";
    assertThat(put(tenant, test, "{\"code\":\"123456\"}").status()).isEqualTo(200);
    String safe = "{\"mode\":\"enforce\",\"safe_numbers\":[\"+31612345678\"]}";
    assertThat(put(tenant, "/v1/fraud/settings", safe).status()).isEqualTo(200);
    started();
    String body =
        "{\"to\":\"+31600000001\",\"channel\":\"sms\",\"purpose\":\"transaction\"," + DETAILS;
    send(
        withJson(
            authorized(tenant, "/v1/verifications").header("Idempotency-Key", "one"),
            "POST",
            body + "}"));
    ok(
        "/v1/webhook_endpoints",
        "{\"url\":\"http://127.0.0.1:65535/h\",\"events\":[\"message.accepted\"]}");
    ok(
        "/v1/links",
        "{\"name\":\"rotated\",\"host\":\"localhost\",\"port\":1,\"system_id\":\"acme\","
            + "\"password\":\"secret08\",\"active\":false}");
    ok("/v1/users/anna/factors", "{\"kind\":\"phone\",\"number\":\"" + number + "\"}");
    ok("/v1/users/anna/factors", "{\"kind\":\"recovery_code\"}");
    ok(
        "/v1/users/anna/app-passwords",
        "{\"service\":\"imap\",\"device\":\"phone\",\"authenticated_at\":\"%s\"}"
            .formatted(clock.instant()));
    post(
        tenant,
        "/v1/tokens/import",
        "{\"format\":\"oath_csv\",\"content\":\"1001,"
            + "3132333435363738393031323334353637383930,hotp\"}");
    remembered();
    begin("anna", "payment", DETAILS);
    waitingMessage();
    messagesIn();
    promptHalfWay();
    text(1);
    accountVisit();
    chore("seal-audit-events");
  }

  /// A visit to the account pages that keeps something.
  private void accountVisit() {
    String url = post(tenant, "/v1/users/anna/account-links", "{}").json().path("url").asString();
    AccountVisits.Opened opened =
        visits.open(url.substring(url.lastIndexOf('/') + 1), Optional.empty()).orElseThrow();
    visits.keep(opened.visit(), Optional.of("codes"));
  }

  private void remembered() {
    policy(terms(new Frequency.PerBrowser(30)));
    App app = app(anna);
    assertThat(answer(pending(), app.id(), code(app), "\"remember_browser\":true").status())
        .isEqualTo(200);
  }

  /// A message that was delivered keeps nothing, so one is put back as it was before.
  private void waitingMessage() {
    UUID id = UUID.randomUUID();
    TenantId of = tenant.tenant().id();
    var recipient = vault.seal(new Place(of, "message", "recipient_sealed", id), "a".getBytes());
    var content = vault.seal(new Place(of, "message", "content_sealed", id), "b".getBytes());
    jdbc.sql(
            """
            INSERT INTO message (tenant_id, id, about, state, priority, channel, recipient_hint,
              sender, locale, key_id, recipient_sealed, content_sealed, next_attempt_at, expires_at,
              created_at)
            VALUES (:tenant, :id, :id, 'queued', 0, 'sms', '', '', 'en', :key, :recipient, :content,
              'infinity', 'infinity', now())
            """)
        .param("tenant", of.value())
        .param("id", id)
        .param("key", recipient.keyId())
        .param("recipient", recipient.bytes())
        .param("content", content.bytes())
        .update();
  }

  /// A message of which all came, and one of which a part did.
  private void messagesIn() {
    post(tenant, "/v1/opt-outs", "{\"number\":\"%s\"}".formatted(number));
    String to = "+31850608888";
    assertThat(put(tenant, "/v1/numbers/" + to.replace("+", "%2B"), "{}").status()).isEqualTo(200);
    for (var piece : List.of(Optional.<Piece>empty(), Optional.of(new Piece(1, 2, 1)))) {
      incoming.received(
          new Received(
              "duif",
              Optional.empty(),
              Optional.empty(),
              number,
              to,
              0,
              false,
              new byte[] {'a'},
              piece));
    }
  }

  /// Pages keep what is shown once, and the token only until the application takes it.
  private void promptHalfWay() {
    UUID id = UUID.randomUUID();
    TenantId of = tenant.tenant().id();
    var kept = vault.seal(new Place(of, "prompt", "kept_sealed", id), "a".getBytes());
    var token = vault.seal(new Place(of, "prompt", "token_sealed", id), "b".getBytes());
    jdbc.sql(
            """
            INSERT INTO prompt (tenant_id, id, user_id, return_url, token_hash, opens_until,
              kept_key_id, kept_sealed, token_key_id, token_sealed, created_at, expires_at)
            VALUES (:tenant, :id, :id, '', :hash, now(), :kept_key, :kept, :token_key, :token,
              now(), 'infinity')
            """)
        .param("tenant", of.value())
        .param("id", id)
        .param("hash", new byte[32])
        .param("kept_key", kept.keyId())
        .param("kept", kept.bytes())
        .param("token_key", token.keyId())
        .param("token", token.bytes())
        .update();
  }

  private void ok(String path, String body) {
    Answer answer = post(tenant, path, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
  }

  private static void everyColumnIsFilled(Group group, List<Row> rows) {
    for (String column : group.columns()) {
      assertThat(rows)
          .as("a row with " + group.table() + "." + column)
          .anyMatch(row -> row.group().equals(group) && row.sealed().get(column) != null);
    }
  }

  private void indexesAreFound(Group group) {
    group
        .index()
        .ifPresent(index -> {
          for (Row row : rows(group)) {
            byte[] sealed = row.sealed().get(index.of());
            if (sealed != null) {
              byte[] plain = vault.open(place(row, index.of()), sealed);
              byte[] now = vault.hash(HashUse.ADDRESS, new TenantId(row.tenant()), plain);
              assertThat(bytes(row, index.column())).as(group.table()).isEqualTo(now);
            }
          }
        });
  }

  private byte[] bytes(Row row, String column) {
    return jdbc.sql(
            "SELECT %s FROM %s WHERE tenant_id = :tenant AND %s = :id"
                .formatted(column, row.group().table(), row.group().rowId()))
        .param("tenant", row.tenant())
        .param("id", row.id())
        .query((found, _) -> found.getBytes(1))
        .single();
  }

  private Map<String, String> opened(Row row) {
    return row.sealed().entrySet().stream()
        .filter(one -> one.getValue() != null)
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                one ->
                    HexFormat.of()
                        .formatHex(vault.open(place(row, one.getKey()), one.getValue()))));
  }

  private static Place place(Row row, String column) {
    return new Place(new TenantId(row.tenant()), row.group().table(), column, row.id());
  }

  private List<Row> rows(Group group) {
    return jdbc.sql(
            "SELECT tenant_id, %s AS id, %s FROM %s"
                .formatted(group.rowId(), String.join(", ", group.columns()), group.table()))
        .query((found, _) -> {
          Map<String, byte @Nullable []> sealed = new HashMap<>();
          for (String column : group.columns()) {
            sealed.put(column, found.getBytes(column));
          }
          return new Row(
              group,
              found.getObject("tenant_id", UUID.class),
              found.getObject("id", UUID.class),
              sealed);
        })
        .list();
  }

  private void forget(HashKey key, int old) {
    jdbc.sql("DELETE FROM %s WHERE %s = :key".formatted(key.table(), key.keyId()))
        .param("key", old)
        .update();
  }

  private int keys(String... words) {
    return commands.stream()
        .filter(command -> command.name().equals("keys"))
        .findFirst()
        .orElseThrow()
        .run(List.of(words));
  }

  private List<String> columns(String which) {
    return new ArrayList<>(jdbc.sql(COLUMNS.formatted(which)).query(String.class).list());
  }

  private Stream<Group> groups() {
    return rooms.stream().flatMap(room -> room.sealed().stream());
  }

  private Stream<HashKey> hashKeys() {
    return rooms.stream().flatMap(room -> room.hashed().stream());
  }
}
