package io.tweestap.verification.jdbc;

import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import io.tweestap.verification.workflow.Workflow;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The steps of workflows whose turn has come.
@Repository
public class WorkflowRows {
  /// A step that is due.
  public record Due(TenantId tenant, UUID id, int step) {}

  /// Whoever takes a step has it for a while; should the node die, another takes it after that.
  /// What is over has no next step.
  private static final String CLAIM_ACROSS_TENANTS =
      """
      UPDATE verification AS due
      SET (next_step, step_at) = (
        SELECT CASE WHEN alive.yes THEN due.next_step END,
          CASE WHEN alive.yes THEN CAST(:lease AS timestamptz) END
        FROM (SELECT due.state = 'pending' AND due.expires_at > :now AS yes) AS alive
      )
      FROM (
        SELECT tenant_id, id
        FROM verification
        WHERE step_at <= :now
        ORDER BY step_at
        LIMIT :batch
        FOR UPDATE SKIP LOCKED
      ) AS found
      WHERE due.tenant_id = found.tenant_id AND due.id = found.id
      RETURNING due.tenant_id, due.id, coalesce(due.next_step, 0) AS step
      """;

  /// A step is recorded once: whoever comes second finds another one next.
  private static final String RECORD =
      """
      UPDATE verification
      SET workflow = CAST(:workflow AS jsonb),
        next_step = :next_step,
        step_at = :step_at
      WHERE tenant_id = :tenant
        AND id = :id
        AND next_step = :step
        AND state = 'pending'
      """;

  private static final String POSTPONE =
      """
      UPDATE verification
      SET step_at = :at
      WHERE tenant_id = :tenant
        AND id = :id
        AND next_step = :step
        AND state = 'pending'
      """;

  private final JdbcClient jdbc;
  private final StoredReader reader;

  WorkflowRows(JdbcClient jdbc, StoredReader reader) {
    this.jdbc = jdbc;
    this.reader = reader;
  }

  /// Takes up to `batch` steps that are due, each for nobody else until the lease ends.
  ///
  /// @return one with step 0 is of a verification that is over: nothing is left to do
  public List<Due> claim(Instant now, Instant lease, int batch) {
    return jdbc.sql(CLAIM_ACROSS_TENANTS)
        .param("now", SqlTime.of(now))
        .param("lease", SqlTime.of(lease))
        .param("batch", batch)
        .query((row, _) -> {
          Key key = Key.of(row);
          return new Due(key.tenant(), key.id(), row.getInt("step"));
        })
        .list();
  }

  /// Writes what became of a step, and what is next.
  ///
  /// @return whether nobody else had done so
  public boolean record(Due due, Workflow after) {
    return statement(RECORD, due).params(columns(reader, after)).update() == 1;
  }

  /// The step has to wait.
  public void postpone(Due due, Instant until) {
    statement(POSTPONE, due).param("at", SqlTime.of(until)).update();
  }

  static Map<String, @Nullable Object> columns(StoredReader reader, Workflow workflow) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    @Nullable OffsetDateTime at = workflow.nextAt().map(SqlTime::of).orElse(null);
    columns.put("workflow", reader.write(workflow));
    columns.put("next_step", at == null ? null : (Integer) workflow.next());
    columns.put("step_at", at);
    return columns;
  }

  private JdbcClient.StatementSpec statement(String sql, Due due) {
    return jdbc.sql(sql)
        .param("tenant", due.tenant().value())
        .param("id", due.id())
        .param("step", due.step());
  }
}
