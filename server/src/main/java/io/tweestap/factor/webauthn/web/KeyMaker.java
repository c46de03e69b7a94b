package io.tweestap.factor.webauthn.web;

import io.tweestap.factor.By;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Factors;
import io.tweestap.factor.web.ChallengeView;
import io.tweestap.factor.web.FactorMaker;
import io.tweestap.factor.web.FactorProblems;
import io.tweestap.factor.web.FactorView;
import io.tweestap.factor.web.NewFactorBody;
import io.tweestap.factor.web.NewFactorView;
import io.tweestap.factor.webauthn.SecurityKeys;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Begins security keys: the answer has the options for the browser.
@Component
class KeyMaker implements FactorMaker {
  private final SecurityKeys keys;
  private final Factors factors;
  private final Clock clock;

  KeyMaker(SecurityKeys keys, Factors factors, Clock clock) {
    this.keys = keys;
    this.factors = factors;
    this.clock = clock;
  }

  @Override
  public FactorKind kind() {
    return FactorKind.WEBAUTHN;
  }

  @Override
  public Set<String> fields() {
    return Set.of();
  }

  @Override
  public NewFactorView make(TenantId tenant, User user, NewFactorBody body, By by) {
    String name = body.readName("Security key");
    return switch (keys.begin(tenant, user, name, body.readExpiresAt(clock.instant()), by)) {
      case SecurityKeys.Outcome.Begun begun ->
          NewFactorView.ofQuestion(
              FactorView.of(
                  factors.find(tenant, user.id(), begun.id()).orElseThrow(), clock.instant()),
              null,
              ChallengeView.key(begun.challenge(), begun.publicKey(), begun.challengeUntil()));
      case SecurityKeys.Outcome.TooMany(int most) -> throw FactorProblems.tooMany(most);
    };
  }
}
