package io.tweestap.factor.kind;

import io.tweestap.factor.ChallengeOutcome;
import io.tweestap.factor.ChallengeWish;
import io.tweestap.factor.FactorKind;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;

/// Begins a challenge, for kinds that have one; at most one bean per kind.
public interface ChallengeStarter {
  FactorKind kind();

  /// Sends a code, or draws a question. Runs outside of any transaction.
  ///
  /// @param stored active, not expired, not slowed down
  ChallengeOutcome begin(TenantId tenant, User user, StoredFactor stored, ChallengeWish wish);
}
