package io.tweestap.factor.webauthn;

import io.tweestap.user.UserErased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Of an erased user nothing stays that a key could be known by (PRV-4).
@Component
class EraseKeys {
  private final KeyRows keys;
  private final KeyChallengeRows challenges;
  private final UserHandles handles;

  EraseKeys(KeyRows keys, KeyChallengeRows challenges, UserHandles handles) {
    this.keys = keys;
    this.challenges = challenges;
    this.handles = handles;
  }

  @EventListener
  void on(UserErased erased) {
    keys.erase(erased.tenant(), erased.user());
    challenges.erase(erased.tenant(), erased.user());
    handles.erase(erased.tenant(), erased.user());
  }
}
