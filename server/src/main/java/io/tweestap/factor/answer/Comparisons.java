package io.tweestap.factor.answer;

import io.tweestap.factor.Answer;
import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.FactorState;
import io.tweestap.factor.Judged;
import io.tweestap.factor.PlainAnswer;
import io.tweestap.factor.bind.FactorNews;
import io.tweestap.factor.jdbc.FactorRows;
import io.tweestap.factor.jdbc.FactorsTogether;
import io.tweestap.factor.kind.Judgment;
import io.tweestap.factor.kind.Kinds;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Compares an answer with a factor, and settles what the comparison showed.
@Component
public class Comparisons {
  private final FactorRows rows;
  private final FactorsTogether together;
  private final AnswerRows answers;
  private final Kinds kinds;
  private final SourceFailures sources;
  private final FactorNews news;
  private final Clock clock;

  Comparisons(
      FactorRows rows,
      FactorsTogether together,
      AnswerRows answers,
      Kinds kinds,
      SourceFailures sources,
      FactorNews news,
      Clock clock) {
    this.rows = rows;
    this.together = together;
    this.answers = answers;
    this.kinds = kinds;
    this.sources = sources;
    this.news = news;
    this.clock = clock;
  }

  /// Compares, if the factor and the source may be compared with now. Reads, and changes nothing.
  ///
  /// @param wanted active to answer with it, pending to confirm it
  public Judged judge(
      TenantId tenant, UserId user, FactorId id, FactorState wanted, Answer answer) {
    Instant now = clock.instant();
    return compared(
        tenant,
        together.find(tenant, user, id).flatMap(asked -> answering(tenant, asked, answer)),
        _ -> wanted,
        answer.sourceIp(),
        stored ->
            fits(stored, answer)
                ? kinds.verifier(stored.kind()).judge(tenant, stored, answer, now)
                : Judgment.wrong());
  }

  private Optional<StoredFactor> answering(TenantId tenant, StoredFactor asked, Answer answer) {
    FactorId by = kinds.verifier(asked.kind()).answering(tenant, asked, answer);
    return by.equals(asked.id()) ? Optional.of(asked) : rows.find(tenant, asked.bond().user(), by);
  }

  private static boolean fits(StoredFactor stored, Answer answer) {
    return stored.kind() == FactorKind.WEBAUTHN || answer.text().length() <= Answer.TEXT_MAX;
  }

  /// The same with codes in a row, for a token that ran ahead; pending or active.
  public Judged resync(
      TenantId tenant, UserId user, FactorId id, List<String> codes, Optional<String> sourceIp) {
    Instant now = clock.instant();
    return compared(
        tenant,
        rows.find(tenant, user, id),
        stored -> stored.isPending() ? FactorState.PENDING : FactorState.ACTIVE,
        sourceIp,
        stored -> kinds.verifier(stored.kind()).resync(tenant, stored, codes, now));
  }

  private Judged compared(
      TenantId tenant,
      Optional<StoredFactor> found,
      Function<StoredFactor, FactorState> wanted,
      Optional<String> sourceIp,
      Function<StoredFactor, Judgment> compare) {
    Judgment judgment =
        found
            .map(stored ->
                refusal(tenant, stored, wanted.apply(stored), sourceIp)
                    .<Judgment>map(Judgment.Refused::new)
                    .orElseGet(() -> compare.apply(stored)))
            .orElseGet(() -> new Judgment.Refused(new AnswerOutcome.NotUsable()));
    return new Judged(found, judgment, sourceIp);
  }

  /// Why nothing may be compared; empty when it may.
  private Optional<AnswerOutcome> refusal(
      TenantId tenant, StoredFactor stored, FactorState wanted, Optional<String> sourceIp) {
    Instant now = clock.instant();
    return refusal(stored, wanted, now)
        .or(() ->
            sourceIp
                .flatMap(source -> sources.closedUntil(tenant, source, now))
                .map(AnswerOutcome.SlowedDown::new));
  }

  /// The part of it that the factor alone tells.
  static Optional<AnswerOutcome> refusal(StoredFactor stored, FactorState wanted, Instant now) {
    FactorState state = stored.bond().state();
    if (state == FactorState.DISABLED && wanted == FactorState.ACTIVE) {
      return Optional.of(new AnswerOutcome.MustRebind());
    }
    if (state != wanted || stored.isGivenUp(now)) {
      return Optional.of(new AnswerOutcome.NotUsable());
    }
    if (stored.bond().isExpired(now)) {
      return Optional.of(new AnswerOutcome.Expired());
    }
    return stored.bond().slowedAfter(now).map(AnswerOutcome.SlowedDown::new);
  }

  /// Spends answers of different factors; see [io.tweestap.factor.FactorAnswers#spend].
  public Set<PlainAnswer> spend(List<PlainAnswer> plain) {
    return answers.spend(plain, clock.instant());
  }

  /// Makes true what a comparison showed, in the caller's transaction.
  public AnswerOutcome settle(TenantId tenant, Judged judged) {
    return switch (judged.judgment()) {
      case Judgment.Refused(AnswerOutcome outcome) -> outcome;
      case Judgment.Right right -> spend(tenant, judged, right);
      case Judgment.Wrong(AnswerOutcome said) ->
          fail(tenant, judged, judged.stored().orElseThrow().attempts(), said);
    };
  }

  private AnswerOutcome spend(TenantId tenant, Judged judged, Judgment.Right right) {
    StoredFactor stored = judged.stored().orElseThrow();
    if (!answers.spend(tenant, stored, right, clock.instant())) {
      return new AnswerOutcome.Raced();
    }
    return right.spending().spend()
        ? new AnswerOutcome.Right(stored.kind(), stored.id(), right.amr())
        : fail(tenant, judged, stored.attempts() + 1, new AnswerOutcome.Wrong());
  }

  private AnswerOutcome fail(TenantId tenant, Judged judged, long attempts, AnswerOutcome said) {
    StoredFactor stored = judged.stored().orElseThrow();
    if (!answers.fail(tenant, stored, attempts, clock.instant())) {
      return new AnswerOutcome.Raced();
    }
    judged.sourceIp().ifPresent(source -> sources.count(tenant, source));
    if (AnswerRows.after(stored, stored.bond().failures() + 1) == FactorState.DISABLED) {
      news.disabled(tenant, stored);
    }
    return said;
  }
}
