package io.tweestap.verification;

import io.tweestap.shared.GroupCommit;
import io.tweestap.shared.TenantId;
import io.tweestap.verification.jdbc.CheckAttempt;
import io.tweestap.verification.jdbc.CheckRows;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Service;

/// Compares a code and spends it. Checks that arrive together share one statement and one commit.
@Service
class Checks {
  private static final int LANES = 2;
  private static final int BATCH_MAX = 128;

  private final Codes codes;
  private final CheckRows rows;
  private final Clock clock;
  private final GroupCommit<CheckAttempt.Key, CheckAttempt, CheckOutcome> commit;

  Checks(Codes codes, CheckRows rows, Clock clock) {
    this.codes = codes;
    this.rows = rows;
    this.clock = clock;
    this.commit =
        new GroupCommit<>(LANES, BATCH_MAX, CheckAttempt::key, this::compare, Checks::rolledBack);
  }

  CheckOutcome check(TenantId tenant, UUID id, String code, Optional<Details> details) {
    return commit.submit(
        new CheckAttempt(
            tenant, id, codes.candidates(tenant, id, code), codes.candidates(tenant, id, details)));
  }

  private List<CheckOutcome> compare(List<CheckAttempt> attempts) {
    return rows.check(attempts, clock.instant());
  }

  /// A statement that the database refused did nothing; when the connection broke nobody knows.
  private static boolean rolledBack(RuntimeException e) {
    return e instanceof DataAccessException && !(e instanceof DataAccessResourceFailureException);
  }
}
