package io.tweestap.factor.kind;

import io.tweestap.factor.Answer;
import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.Factor;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.shared.TenantId;
import java.time.Instant;
import java.util.List;

/// What each kind of factor knows how to do; one bean per kind.
public interface FactorVerifier {
  FactorKind kind();

  /// Compares an answer. Changes nothing, and runs outside of any transaction.
  ///
  /// @param stored pending or active, not expired, not slowed down
  Judgment judge(TenantId tenant, StoredFactor stored, Answer answer, Instant now);

  /// The factor of the same user that an answer is really from, where one question is put to
  /// several and the answer names its own; usually the one that was asked. Changes nothing.
  default FactorId answering(TenantId tenant, StoredFactor asked, Answer answer) {
    return asked.id();
  }

  /// Finds a token again that ran ahead or whose clock is far off, by codes in a row (RFC 4226
  /// section 7.4). Changes nothing; what it shows is settled like an answer.
  ///
  /// @param codes two or three, oldest first
  default Judgment resync(TenantId tenant, StoredFactor stored, List<String> codes, Instant now) {
    return new Judgment.Refused(new AnswerOutcome.NotUsable());
  }

  /// A factor of the kind became active, in the present transaction.
  default void confirmed(TenantId tenant, StoredFactor stored) {}

  /// The factor as it may be shown.
  Factor show(StoredFactor stored);

  /// A factor of the kind was ended, in the present transaction: what else belongs to it ends too.
  default void ended(TenantId tenant, StoredFactor stored) {}
}
