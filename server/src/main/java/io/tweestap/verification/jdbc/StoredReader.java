package io.tweestap.verification.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.shared.Channel;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.Place;
import io.tweestap.vault.Sealed;
import io.tweestap.vault.Vault;
import io.tweestap.verification.Details;
import io.tweestap.verification.Purpose;
import io.tweestap.verification.Recipient;
import io.tweestap.verification.State;
import io.tweestap.verification.Verification;
import io.tweestap.verification.workflow.Workflow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Between a row and a verification: seals, opens, reads.
@Component
class StoredReader {
  private static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {};

  private static final TypeReference<List<StepJson>> STEPS = new TypeReference<>() {};

  private final JsonMapper json = JsonMapper.builder().build();
  private final Vault vault;
  private final Clock clock;

  StoredReader(Vault vault, Clock clock) {
    this.vault = vault;
    this.clock = clock;
  }

  Sealed sealRecipient(TenantId tenant, UUID id, Recipient recipient) {
    return vault.seal(place(tenant, id, "recipient_sealed"), recipient.bytes());
  }

  byte @Nullable [] sealDetails(TenantId tenant, UUID id, Optional<Details> details) {
    return details
        .map(
            d -> vault.seal(place(tenant, id, "details_sealed"), json.writeValueAsBytes(d)).bytes())
        .orElse(null);
  }

  String write(Map<String, String> metadata) {
    return json.writeValueAsString(metadata);
  }

  Stored read(TenantId tenant, ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    byte[] recipient = row.getBytes("recipient_sealed");
    byte[] details = row.getBytes("details_sealed");
    return new Stored(
        verification(row),
        Optional.ofNullable(recipient)
            .map(sealed -> vault.open(place(tenant, id, "recipient_sealed"), sealed))
            .map(bytes -> new String(bytes, UTF_8)),
        Optional.ofNullable(details)
            .map(sealed -> vault.open(place(tenant, id, "details_sealed"), sealed))
            .map(bytes -> json.readValue(bytes, Details.class)));
  }

  Verification verification(ResultSet row) throws SQLException {
    return new Verification(
        row.getObject("id", UUID.class),
        state(row),
        Purpose.of(row.getString("purpose")).orElseThrow(),
        Channel.of(row.getString("channel")).orElseThrow(),
        row.getString("recipient_hint"),
        Locale.forLanguageTag(row.getString("locale")),
        row.getString("sender"),
        Optional.ofNullable(row.getString("template")),
        row.getInt("code_length"),
        Duration.ofSeconds(row.getInt("ttl_seconds")),
        row.getBoolean("is_test"),
        row.getInt("sends_used"),
        row.getInt("sends_max"),
        row.getInt("checks_used"),
        row.getInt("checks_max"),
        SqlTime.read(row, "next_send_at"),
        SqlTime.read(row, "expires_at"),
        SqlTime.read(row, "created_at"),
        finishedAt(row),
        json.readValue(row.getString("metadata"), METADATA),
        workflow(row));
  }

  /// As it is kept; null where there is none.
  @Nullable String write(Workflow workflow) {
    return workflow.steps().isEmpty()
        ? null
        : json.writeValueAsString(workflow.steps().stream().map(StepJson::of).toList());
  }

  private Workflow workflow(ResultSet row) throws SQLException {
    String steps = row.getString("workflow");
    return steps == null
        ? Workflow.NONE
        : new Workflow(
            json.readValue(steps, STEPS).stream().map(StepJson::step).toList(),
            Optional.ofNullable(SqlTime.readNullable(row, "step_at")));
  }

  /// A pending one whose time is over counts as expired, whether or not the sweep has come by.
  private State state(ResultSet row) throws SQLException {
    State stored = State.of(row.getString("state")).orElseThrow();
    boolean over = !SqlTime.read(row, "expires_at").isAfter(clock.instant());
    return stored == State.PENDING && over ? State.EXPIRED : stored;
  }

  private Optional<Instant> finishedAt(ResultSet row) throws SQLException {
    return state(row) == State.EXPIRED
        ? Optional.of(SqlTime.read(row, "expires_at"))
        : Optional.ofNullable(SqlTime.readNullable(row, "finished_at"));
  }

  private static Place place(TenantId tenant, UUID id, String column) {
    return new Place(tenant, "verification", column, id);
  }
}
