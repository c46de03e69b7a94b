package io.tweestap.factor;

import io.tweestap.factor.jdbc.FactorRows;
import io.tweestap.factor.kind.Kinds;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Begins what a user answers to: the code to a phone, the question for a device.
@Service
public class FactorChallenges {
  private final FactorRows rows;
  private final Kinds kinds;
  private final Clock clock;

  FactorChallenges(FactorRows rows, Kinds kinds, Clock clock) {
    this.rows = rows;
    this.kinds = kinds;
    this.clock = clock;
  }

  /// Begins a challenge for a factor that can be answered with now. Not inside a transaction.
  public ChallengeOutcome begin(TenantId tenant, User user, FactorId factor, ChallengeWish wish) {
    return rows.find(tenant, user.id(), factor)
        .map(stored ->
            refusal(stored, clock.instant()).orElseGet(() -> start(tenant, user, stored, wish)))
        .orElseGet(ChallengeOutcome.NotUsable::new);
  }

  private ChallengeOutcome start(
      TenantId tenant, User user, StoredFactor stored, ChallengeWish wish) {
    return kinds
        .starter(stored.kind())
        .map(starter -> starter.begin(tenant, user, stored, wish))
        .orElseGet(ChallengeOutcome.NotNeeded::new);
  }

  private static Optional<ChallengeOutcome> refusal(StoredFactor stored, Instant now) {
    return switch (stored.bond().state()) {
      case DISABLED -> Optional.of(new ChallengeOutcome.MustRebind());
      case PENDING, SUSPENDED, REMOVED -> Optional.of(new ChallengeOutcome.NotUsable());
      case ACTIVE ->
          stored.bond().isExpired(now)
              ? Optional.of(new ChallengeOutcome.Expired())
              : stored.bond().slowedAfter(now).map(ChallengeOutcome.SlowedDown::new);
    };
  }
}
