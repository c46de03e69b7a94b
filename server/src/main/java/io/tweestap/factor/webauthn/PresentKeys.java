package io.tweestap.factor.webauthn;

import io.tweestap.factor.ChallengeOutcome;
import io.tweestap.factor.ChallengeWish;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.FactorState;
import io.tweestap.factor.jdbc.FactorRows;
import io.tweestap.factor.kind.AboutDetails;
import io.tweestap.factor.kind.ChallengeStarter;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Asks for an answer of any of a user's keys: people do not know which of their keys is which, and
/// the answer says it.
@Component
class PresentKeys implements ChallengeStarter {
  private final Sites sites;
  private final KeyRows keys;
  private final FactorRows factors;
  private final KeyChallenges challenges;
  private final Clock clock;

  PresentKeys(
      Sites sites, KeyRows keys, FactorRows factors, KeyChallenges challenges, Clock clock) {
    this.sites = sites;
    this.keys = keys;
    this.factors = factors;
    this.challenges = challenges;
    this.clock = clock;
  }

  @Override
  public FactorKind kind() {
    return FactorKind.WEBAUTHN;
  }

  @Override
  public ChallengeOutcome begin(
      TenantId tenant, User user, StoredFactor stored, ChallengeWish wish) {
    Site site = sites.of(tenant);
    List<Key> allowed =
        allowed(tenant, user, site).stream()
            .filter(key -> !(wish.deviceBound() && key.backupEligible()))
            .toList();
    if (allowed.isEmpty()) {
      return new ChallengeOutcome.NotPossible("registered_elsewhere");
    }
    KeyChallenges.Drawn drawn =
        challenges.toAnswer(
            tenant,
            user.id(),
            stored.id(),
            allowed.stream().map(Key::factor).toList(),
            wish.details());
    return new ChallengeOutcome.Presented(
        drawn.id(),
        KeyOptions.get(site, drawn.challenge(), allowed),
        wish.details().map(AboutDetails::text),
        drawn.expiresAt());
  }

  /// Keys that were made for this site and whose factors are in use.
  private List<Key> allowed(TenantId tenant, User user, Site site) {
    Instant now = clock.instant();
    Set<FactorId> usable =
        factors.of(tenant, user.id(), now).stream()
            .filter(one -> one.bond().state() == FactorState.ACTIVE && !one.bond().isExpired(now))
            .map(StoredFactor::id)
            .collect(Collectors.toSet());
    return keys.of(tenant, user.id()).stream()
        .filter(key -> key.rpId().equals(site.rpId()) && usable.contains(key.factor()))
        .toList();
  }
}
