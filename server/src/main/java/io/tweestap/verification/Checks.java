package io.tweestap.verification;

import io.tweestap.operations.Tally;
import io.tweestap.risk.Approvals;
import io.tweestap.shared.GroupCommit;
import io.tweestap.shared.TenantId;
import io.tweestap.verification.jdbc.CheckAttempt;
import io.tweestap.verification.jdbc.CheckResult;
import io.tweestap.verification.jdbc.CheckRows;
import io.tweestap.verification.jdbc.Key;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Compares a code and spends it. Checks that arrive together share one statement and one commit.
@Service
class Checks {
  private static final int LANES = 2;
  private static final int BATCH_MAX = 128;

  private final Codes codes;
  private final CheckRows rows;
  private final VerificationEvents events;
  private final Approvals approvals;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final GroupCommit<Key, CheckAttempt, CheckResult> commit;

  Checks(
      Codes codes,
      CheckRows rows,
      VerificationEvents events,
      Approvals approvals,
      TransactionTemplate transaction,
      Clock clock) {
    this.codes = codes;
    this.rows = rows;
    this.events = events;
    this.approvals = approvals;
    this.transaction = transaction;
    this.clock = clock;
    this.commit = new GroupCommit<>(LANES, BATCH_MAX, CheckAttempt::key, this::compare);
  }

  CheckOutcome check(TenantId tenant, UUID id, String code, Optional<Details> details) {
    CheckAttempt attempt =
        new CheckAttempt(
            tenant, id, codes.candidates(tenant, id, code), codes.candidates(tenant, id, details));
    return commit.submit(attempt).outcome();
  }

  /// The fraud guard learns of right codes when they are spent for good; nothing waits for it.
  private List<CheckResult> compare(List<CheckAttempt> attempts) {
    List<CheckResult> results = compareAndTell(attempts);
    approvals.add(results.stream().flatMap(result -> result.approved().stream()).toList());
    results.stream()
        .filter(CheckResult::endedNow)
        .forEach(result ->
            Tally.VERIFICATIONS.add(
                result.outcome() instanceof CheckOutcome.Approved ? "approved" : "failed"));
    return results;
  }

  /// One statement by itself, unless an endpoint wants to be told: then what it is told is part of
  /// the same transaction.
  private List<CheckResult> compareAndTell(List<CheckAttempt> attempts) {
    Instant now = clock.instant();
    if (attempts.stream().noneMatch(attempt -> events.checksAreWanted(attempt.tenant()))) {
      return rows.check(attempts, now);
    }
    return transaction.execute(_ -> {
      List<CheckResult> results = rows.check(attempts, now);
      events.checked(attempts, results);
      return results;
    });
  }
}
