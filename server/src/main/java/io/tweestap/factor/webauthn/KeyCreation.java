package io.tweestap.factor.webauthn;

import io.tweestap.factor.FactorId;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Puts together what a browser is asked when a key is to be made.
@Component
class KeyCreation {
  private final Sites sites;
  private final UserHandles handles;
  private final KeyRows keys;
  private final KeyChallenges challenges;

  KeyCreation(Sites sites, UserHandles handles, KeyRows keys, KeyChallenges challenges) {
    this.sites = sites;
    this.handles = handles;
    this.keys = keys;
    this.challenges = challenges;
  }

  SecurityKeys.Outcome.Begun options(TenantId tenant, User user, FactorId id, Instant until) {
    Site site = sites.of(tenant);
    KeyChallenges.Drawn drawn = challenges.toRegister(tenant, user.id(), id);
    String options =
        KeyOptions.create(
            site,
            drawn.challenge(),
            handles.of(tenant, user.id()),
            user.ref().value(),
            keys.of(tenant, user.id()).stream()
                .filter(key -> key.rpId().equals(site.rpId()))
                .toList());
    return new SecurityKeys.Outcome.Begun(id, drawn.id(), options, drawn.expiresAt(), until);
  }
}
