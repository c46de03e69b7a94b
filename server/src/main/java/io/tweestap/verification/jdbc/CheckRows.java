package io.tweestap.verification.jdbc;

import io.tweestap.risk.Approved;
import io.tweestap.risk.Counted;
import io.tweestap.shared.SqlTime;
import io.tweestap.verification.CheckOutcome;
import io.tweestap.verification.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// Compares and spends codes: one statement, however many checks it holds.
@Repository
public class CheckRows {
  /// The row's lock makes checks of one code follow each other, and each sees what the one before
  /// it left: so the right code succeeds once, and no more than `checks_max` are ever compared.
  /// Once it is over, the hash, the address and the details are gone (OOB-14).
  private static final String CHECK =
      """
      UPDATE verification AS checked
      SET checks_used = checked.checks_used + 1,
        (state, finished_at, code_hash, recipient_sealed, details_sealed) = (
          SELECT verdict.state,
            CASE WHEN verdict.state <> 'pending' THEN :now END,
            CASE WHEN verdict.state = 'pending' THEN checked.code_hash END,
            CASE WHEN verdict.state = 'pending' THEN checked.recipient_sealed END,
            CASE WHEN verdict.state = 'pending' THEN checked.details_sealed END
          FROM (
            SELECT CASE
              WHEN checked.details_hash <> ALL(attempt.details_hashes) THEN 'details_changed'
              WHEN checked.code_hash = ANY(attempt.code_hashes) THEN 'approved'
              WHEN checked.checks_used + 1 >= checked.checks_max THEN 'too_many_checks'
              ELSE 'pending'
            END AS state
          ) AS verdict
        )
      FROM (
        SELECT tenant_id, id, array_agg(code_hash) AS code_hashes,
          array_agg(details_hash) AS details_hashes
        FROM unnest(:tenants, :ids, :code_hashes, :details_hashes)
          AS typed (tenant_id, id, code_hash, details_hash)
        GROUP BY tenant_id, id
      ) AS attempt
      WHERE checked.tenant_id = attempt.tenant_id
        AND checked.id = attempt.id
        AND checked.state = 'pending'
        AND checked.expires_at > :now
        AND checked.checks_used < checked.checks_max
      RETURNING checked.tenant_id, checked.id, checked.state,
        checked.checks_max - checked.checks_used AS checks_left, checked.created_at,
        checked.sends_used, checked.guard_country, checked.guard_prefix, checked.guard_source
      """;

  /// Why a check was not compared.
  private static final String STATES =
      """
      SELECT found.tenant_id, found.id, found.state
      FROM verification AS found
      JOIN unnest(:tenants, :ids) AS asked (tenant_id, id)
        ON found.tenant_id = asked.tenant_id AND found.id = asked.id
      """;

  private final JdbcClient jdbc;

  CheckRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Compares the codes, in no particular order; each verification at most once in a call.
  ///
  /// @return the results in the order of the attempts
  public List<CheckResult> check(List<CheckAttempt> attempts, Instant now) {
    Map<Key, CheckResult> results = compare(attempts, now);
    List<CheckAttempt> missed =
        attempts.stream().filter(attempt -> !results.containsKey(attempt.key())).toList();
    if (!missed.isEmpty()) {
      results.putAll(reasons(missed));
    }
    return attempts.stream()
        .map(attempt -> results.getOrDefault(attempt.key(), before(new CheckOutcome.NotFound())))
        .toList();
  }

  private Map<Key, CheckResult> compare(List<CheckAttempt> attempts, Instant now) {
    Columns columns = Columns.of(attempts);
    Map<Key, CheckResult> results = new HashMap<>();
    jdbc.sql(CHECK)
        .param("now", SqlTime.of(now))
        .param("tenants", new SqlArrayValue("uuid", columns.tenants.toArray()))
        .param("ids", new SqlArrayValue("uuid", columns.ids.toArray()))
        .param("code_hashes", new SqlArrayValue("bytea", columns.codeHashes.toArray(byte[][]::new)))
        .param(
            "details_hashes",
            new SqlArrayValue("bytea", columns.detailsHashes.toArray(byte[][]::new)))
        .query(row -> {
          results.put(Key.of(row), compared(row, now));
        });
    return results;
  }

  private static CheckResult compared(ResultSet row, Instant now) throws SQLException {
    return switch (State.of(row.getString("state")).orElseThrow()) {
      case APPROVED ->
          new CheckResult(
              new CheckOutcome.Approved(row.getObject("id", UUID.class), now), true, approved(row));
      case PENDING -> before(new CheckOutcome.WrongCode(row.getInt("checks_left")));
      case TOO_MANY_CHECKS -> now(new CheckOutcome.TooManyChecks());
      case DETAILS_CHANGED -> now(new CheckOutcome.DetailsChanged());
      case EXPIRED, CANCELED -> throw new IllegalStateException("a check cannot end like this");
    };
  }

  private static Optional<Approved> approved(ResultSet row) throws SQLException {
    String country = row.getString("guard_country");
    if (country == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Approved(
            Key.of(row).tenant(),
            new Counted(
                country,
                row.getBytes("guard_prefix"),
                Optional.ofNullable(row.getBytes("guard_source"))),
            SqlTime.read(row, "created_at"),
            row.getInt("sends_used")));
  }

  private static CheckResult now(CheckOutcome outcome) {
    return new CheckResult(outcome, true, Optional.empty());
  }

  private static CheckResult before(CheckOutcome outcome) {
    return new CheckResult(outcome, false, Optional.empty());
  }

  private Map<Key, CheckResult> reasons(List<CheckAttempt> missed) {
    Map<Key, CheckResult> reasons = new HashMap<>();
    Object[] tenants = missed.stream().map(attempt -> attempt.tenant().value()).toArray();
    Object[] ids = missed.stream().map(CheckAttempt::id).toArray();
    jdbc.sql(STATES)
        .param("tenants", new SqlArrayValue("uuid", tenants))
        .param("ids", new SqlArrayValue("uuid", ids))
        .query(row -> {
          reasons.put(Key.of(row), before(reason(row)));
        });
    return reasons;
  }

  /// A pending one that was not compared was too late.
  private static CheckOutcome reason(ResultSet row) throws SQLException {
    return switch (State.of(row.getString("state")).orElseThrow()) {
      case PENDING, EXPIRED -> new CheckOutcome.Expired();
      case APPROVED -> new CheckOutcome.AlreadyUsed();
      case CANCELED -> new CheckOutcome.Canceled();
      case TOO_MANY_CHECKS -> new CheckOutcome.TooManyChecks();
      case DETAILS_CHANGED -> new CheckOutcome.DetailsChanged();
    };
  }

  /// The attempts as columns, one line per attempt and key.
  private record Columns(
      List<UUID> tenants, List<UUID> ids, List<byte[]> codeHashes, List<byte[]> detailsHashes) {
    static Columns of(List<CheckAttempt> attempts) {
      Columns columns =
          new Columns(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      attempts.forEach(columns::add);
      return columns;
    }

    private void add(CheckAttempt attempt) {
      for (int key = 0; key < attempt.codeHashes().size(); key++) {
        tenants.add(attempt.tenant().value());
        ids.add(attempt.id());
        codeHashes.add(attempt.codeHashes().get(key));
        detailsHashes.add(attempt.detailsHashes().get(key));
      }
    }
  }
}
