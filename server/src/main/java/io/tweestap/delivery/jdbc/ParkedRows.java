package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.FailureClass;
import io.tweestap.delivery.receipt.CarrierId;
import io.tweestap.delivery.receipt.CarrierReceipt;
import io.tweestap.delivery.receipt.IdForm;
import io.tweestap.delivery.receipt.ReceiptState;
import io.tweestap.shared.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Receipts whose message nobody knows yet. They belong to no tenant: that is what is not known.
@Repository
public class ParkedRows {
  private static final String PARK =
      """
      INSERT INTO parked_receipt
        (id, carrier, carrier_message_id, match_id, forms, state, error, done_at, kind)
      SELECT id, carrier, carrier_message_id, match_id, forms, state, error, done_at, kind
      FROM unnest(:ids, :carriers, :carrier_ids, :match_ids, :forms, :states, :errors, :done,
          :kinds)
        AS told (id, carrier, carrier_message_id, match_id, forms, state, error, done_at, kind)
      """;

  private static final String WAITING =
      """
      SELECT id
      FROM parked_receipt
      WHERE (carrier, match_id) IN (
        SELECT carrier, match_id
        FROM unnest(:carriers, :match_ids) AS part (carrier, match_id))
      """;

  /// Waits for whoever holds one of them: that one may not have seen its message yet.
  private static final String LOCK =
      """
      SELECT id, carrier, carrier_message_id, forms, state, error, done_at, kind
      FROM parked_receipt
      WHERE id = ANY(:ids)
      ORDER BY id
      FOR UPDATE
      """;

  private static final String REMOVE = "DELETE FROM parked_receipt WHERE id = ANY(:ids)";

  private static final String AFTER =
      "SELECT id FROM parked_receipt WHERE id > :after ORDER BY id LIMIT :batch";

  private static final String PURGE =
      """
      DELETE FROM parked_receipt
      WHERE id IN (
        SELECT id
        FROM parked_receipt
        WHERE id < :before
        ORDER BY id
        LIMIT :batch
        FOR UPDATE SKIP LOCKED)
      """;

  private final JdbcClient jdbc;

  ParkedRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Keeps receipts for later.
  public void park(List<Reported> strangers) {
    if (strangers.isEmpty()) {
      return;
    }
    jdbc.sql(PARK)
        .param("ids", Column.of("uuid", strangers, Reported::id))
        .param("carriers", Column.of("text", strangers, r -> r.receipt().carrier()))
        .param("carrier_ids", Column.of("text", strangers, r -> r.receipt().carrierMessageId()))
        .param("match_ids", Column.of("text", strangers, ParkedRows::matchId))
        .param("forms", Column.of("text", strangers, r -> written(r.forms())))
        .param("states", Column.of("text", strangers, r -> r.receipt().state().text()))
        .param("errors", Column.of("text", strangers, r -> r.receipt().error().orElse(null)))
        .param("done", Column.of("timestamptz", strangers, r -> SqlTime.of(r.receipt().at())))
        .param("kinds", Column.of("text", strangers, ParkedRows::kind))
        .update();
  }

  /// Which parked receipts may be about parts of these messages.
  public List<UUID> waitingFor(List<AttemptResult> accepted) {
    record Wanted(String carrier, String matchId) {}
    List<Wanted> wanted =
        accepted.stream()
            .flatMap(result ->
                result.carrierMessageIds().stream()
                    .flatMap(id -> new CarrierId(id).candidates().stream())
                    .map(id -> new Wanted(result.carrier(), id)))
            .toList();
    return jdbc.sql(WAITING)
        .param("carriers", Column.of("text", wanted, Wanted::carrier))
        .param("match_ids", Column.of("text", wanted, Wanted::matchId))
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  /// Locks those that are still there, until the end of the transaction.
  public List<Reported> lock(Collection<UUID> ids) {
    return jdbc.sql(LOCK)
        .param("ids", Column.of("uuid", ids, id -> id))
        .query((row, _) -> read(row))
        .list();
  }

  /// Removes those that found their message.
  public void remove(Collection<Reported> settled) {
    if (!settled.isEmpty()) {
      jdbc.sql(REMOVE).param("ids", Column.of("uuid", settled, Reported::id)).update();
    }
  }

  /// The next ones behind an id, oldest first.
  public List<UUID> after(UUID id, int batch) {
    return jdbc.sql(AFTER)
        .param("after", id)
        .param("batch", batch)
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  /// Drops some of those that are older than an id; returns how many.
  public int purge(UUID before, int batch) {
    return jdbc.sql(PURGE).param("before", before).param("batch", batch).update();
  }

  private static @Nullable String kind(Reported reported) {
    return reported.receipt().kind().map(FailureClass::text).orElse(null);
  }

  private static String matchId(Reported reported) {
    return new CarrierId(reported.receipt().carrierMessageId()).normal();
  }

  private static Reported read(ResultSet row) throws SQLException {
    return new Reported(
        row.getObject("id", UUID.class),
        new CarrierReceipt(
            row.getString("carrier"),
            row.getString("carrier_message_id"),
            ReceiptState.of(row.getString("state")).orElseThrow(),
            SqlTime.read(row, "done_at"),
            Optional.ofNullable(row.getString("error")),
            Optional.ofNullable(row.getString("kind")).flatMap(FailureClass::of)),
        forms(row.getString("forms")));
  }

  private static String written(Set<IdForm> forms) {
    return forms.stream().map(IdForm::text).sorted().collect(Collectors.joining(","));
  }

  private static Set<IdForm> forms(String written) {
    return Arrays.stream(IdForm.values())
        .filter(form -> Arrays.asList(written.split(",")).contains(form.text()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
