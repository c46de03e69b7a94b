package io.tweestap.factor.bind;

import io.tweestap.audit.AuditAction;
import io.tweestap.factor.Answer;
import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.By;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorState;
import io.tweestap.factor.answer.Comparisons;
import io.tweestap.factor.answer.Rounds;
import io.tweestap.factor.kind.Kinds;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/// How a factor becomes active: by one right code from it (OTP-18). Only then is the user told.
@Service
public class Confirmations {
  private final Comparisons comparisons;
  private final Rounds rounds;
  private final Kinds kinds;
  private final FactorNews news;

  Confirmations(Comparisons comparisons, Rounds rounds, Kinds kinds, FactorNews news) {
    this.comparisons = comparisons;
    this.rounds = rounds;
    this.kinds = kinds;
    this.news = news;
  }

  /// Makes a pending factor an active one with its first right code, which is spent by that. Wrong
  /// ones count as everywhere.
  public AnswerOutcome confirm(TenantId tenant, User user, FactorId id, Answer answer, By by) {
    return rounds.run(
        tenant,
        () -> comparisons.judge(tenant, user.id(), id, FactorState.PENDING, answer),
        (judged, outcome) ->
            judged.stored().ifPresent(stored -> note(tenant, user, stored, outcome, by)));
  }

  /// Finds a token again that ran ahead or whose clock is far off, by two or three codes in a row
  /// (OTP-8). Wrong ones count like answers. A pending factor becomes active by it.
  public AnswerOutcome resync(TenantId tenant, User user, FactorId id, List<String> codes, By by) {
    return rounds.run(
        tenant,
        () -> comparisons.resync(tenant, user.id(), id, codes, by.counted()),
        (judged, outcome) ->
            judged.stored().ifPresent(stored -> noteResync(tenant, user, stored, outcome, by)));
  }

  private void noteResync(
      TenantId tenant, User user, StoredFactor stored, AnswerOutcome outcome, By by) {
    if (outcome instanceof AnswerOutcome.Right) {
      news.noted(tenant, user, AuditAction.FACTOR_RESYNCED, stored, Map.of(), by);
    }
    if (stored.isPending() || !(outcome instanceof AnswerOutcome.Right)) {
      note(tenant, user, stored, outcome, by);
    }
  }

  private void note(TenantId tenant, User user, StoredFactor stored, AnswerOutcome outcome, By by) {
    if (outcome instanceof AnswerOutcome.Right) {
      kinds.verifier(stored.kind()).confirmed(tenant, stored);
      news.bound(tenant, user, stored, by);
    } else {
      news.answered(tenant, user, stored, outcome, by);
    }
  }
}
