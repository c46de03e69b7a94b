package io.tweestap.delivery.jdbc;

import io.tweestap.shared.SqlTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The parts whose carriers have to be asked.
@Repository
public class PollRows {
  /// A claim moves the next question ahead before this one is asked: what a node that died has not
  /// asked, another asks later.
  private static final String CLAIM_ACROSS_TENANTS =
      """
      WITH due AS MATERIALIZED (
        SELECT tenant_id, message_id, attempt, part
        FROM message_part
        WHERE carrier = :carrier AND poll_at <= :now
        ORDER BY poll_at
        LIMIT :batch
        FOR UPDATE SKIP LOCKED
      )
      UPDATE message_part AS asked
      SET polls = asked.polls + 1,
        poll_at = CASE
          WHEN asked.polls + 1 < :polls_max
          THEN CAST(:now AS timestamptz) + make_interval(secs => :seconds * 2 ^ (asked.polls + 1))
        END
      FROM due
      WHERE asked.tenant_id = due.tenant_id
        AND asked.message_id = due.message_id
        AND asked.attempt = due.attempt
        AND asked.part = due.part
      RETURNING asked.carrier_message_id
      """;

  private final JdbcClient jdbc;

  PollRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Claims parts that are due, those that wait longest first.
  ///
  /// @param first the wait before the first question; each further one is twice as long
  /// @param pollsMax after so many questions a part is left alone
  /// @param batch how many at most, 1 or more
  /// @return the carrier's ids of the parts
  public List<String> claim(String carrier, Instant now, Duration first, int pollsMax, int batch) {
    return jdbc.sql(CLAIM_ACROSS_TENANTS)
        .param("carrier", carrier)
        .param("now", SqlTime.of(now))
        .param("polls_max", pollsMax)
        .param("seconds", first.toSeconds())
        .param("batch", batch)
        .query((row, _) -> row.getString("carrier_message_id"))
        .list();
  }
}
