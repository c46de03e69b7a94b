package io.tweestap.factor.kind;

import io.tweestap.factor.Answer;
import io.tweestap.factor.Factor;
import io.tweestap.factor.FactorKind;
import io.tweestap.shared.TenantId;
import java.time.Instant;

/// What each kind of factor knows how to do; one bean per kind.
public interface FactorVerifier {
  FactorKind kind();

  /// Compares an answer. Changes nothing, and runs outside of any transaction.
  ///
  /// @param stored pending or active, not expired, not slowed down
  Judgment judge(TenantId tenant, StoredFactor stored, Answer answer, Instant now);

  /// The factor as it may be shown.
  Factor show(StoredFactor stored);

  /// A factor of the kind was ended, in the present transaction: what else belongs to it ends too.
  default void ended(TenantId tenant, StoredFactor stored) {}
}
