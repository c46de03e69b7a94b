package io.tweestap.verification.workflow;

import io.tweestap.credit.Shortage;
import io.tweestap.operations.Portions;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.verification.ResendOutcome;
import io.tweestap.verification.Resends;
import io.tweestap.verification.jdbc.Stored;
import io.tweestap.verification.jdbc.VerificationRows;
import io.tweestap.verification.jdbc.WorkflowRows;
import io.tweestap.verification.jdbc.WorkflowRows.Due;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Sends the codes of workflow steps whose turn has come, each like a resend that somebody asked
/// for. What is written and what is sent are one transaction, so a step goes out once, on whichever
/// node; one that a dead node had taken is taken again when its lease ends.
@Component
class WorkflowSteps {
  private static final Logger LOG = LoggerFactory.getLogger(WorkflowSteps.class);
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final int BATCH = 20;

  private final WorkflowRows rows;
  private final VerificationRows verifications;
  private final Resends resends;
  private final Clock clock;

  WorkflowSteps(WorkflowRows rows, VerificationRows verifications, Resends resends, Clock clock) {
    this.rows = rows;
    this.verifications = verifications;
    this.resends = resends;
    this.clock = clock;
  }

  /// Does all that is due.
  void run() {
    Portions.untilDone(BATCH, this::takeSome);
  }

  private int takeSome() {
    Instant now = clock.instant();
    List<Due> due = rows.claim(now, now.plus(LEASE), BATCH);
    due.stream().filter(one -> one.step() > 0).forEach(this::take);
    return due.size();
  }

  private void take(Due due) {
    try {
      verifications.find(due.tenant(), due.id()).ifPresent(stored -> send(due, stored));
    } catch (RuntimeException e) {
      LOG.warn("step {} of {} is tried again: {}", due.step(), due.id(), e.getClass().getName());
    }
  }

  private void send(Due due, Stored stored) {
    Workflow workflow = stored.verification().workflow();
    Instant now = clock.instant();
    ResendOutcome outcome =
        resends.step(
            due.tenant(),
            stored,
            workflow.steps().get(due.step()).channel(),
            () -> rows.record(due, workflow.sent(due.step(), now)));
    switch (outcome) {
      case ResendOutcome.Resent _, ResendOutcome.Finished _, ResendOutcome.NotFound _ -> {}
      case ResendOutcome.TooEarly(Duration wait) -> rows.postpone(due, now.plus(wait));
      case ResendOutcome.ChannelNotAllowed _ ->
          skip(due, workflow, ProblemCode.CHANNEL_NOT_ALLOWED, now);
      case ResendOutcome.ChannelNotAvailable _ ->
          skip(due, workflow, ProblemCode.CHANNEL_NOT_AVAILABLE, now);
      case ResendOutcome.RateLimited _ -> skip(due, workflow, ProblemCode.RATE_LIMITED, now);
      case ResendOutcome.Unpaid(Shortage why) -> skip(due, workflow, problem(why), now);
      case ResendOutcome.TooManySends() -> stop(due, workflow, ProblemCode.TOO_MANY_SENDS, now);
      case ResendOutcome.Blocked _ -> stop(due, workflow, ProblemCode.FRAUD_BLOCKED, now);
    }
  }

  private static ProblemCode problem(Shortage why) {
    return switch (why) {
      case Shortage.TooLittle _, Shortage.TrialOver _ -> ProblemCode.INSUFFICIENT_CREDIT;
      case Shortage.TrialSender _, Shortage.TrialNumber _ -> ProblemCode.TRIAL_RESTRICTED;
      case Shortage.NoPrice _ -> ProblemCode.NO_PRICE;
    };
  }

  private void skip(Due due, Workflow workflow, ProblemCode why, Instant now) {
    rows.record(due, workflow.skipped(due.step(), why.text(), now));
  }

  private void stop(Due due, Workflow workflow, ProblemCode why, Instant now) {
    rows.record(due, workflow.stopped(due.step(), why.text(), now));
  }
}
