package io.tweestap.factor.webauthn;

import io.tweestap.factor.Answer;
import io.tweestap.factor.Factor;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.kind.FactorVerifier;
import io.tweestap.factor.kind.Judgment;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.shared.TenantId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Compares what a security key said: of a pending factor its registration, of another its answer.
@Component
class KeyVerifier implements FactorVerifier {
  private final JudgeRegistration registration;
  private final JudgeAssertion assertion;
  private final KeyRows keys;
  private final KeyChallengeRows challenges;

  KeyVerifier(
      JudgeRegistration registration,
      JudgeAssertion assertion,
      KeyRows keys,
      KeyChallengeRows challenges) {
    this.registration = registration;
    this.assertion = assertion;
    this.keys = keys;
    this.challenges = challenges;
  }

  @Override
  public FactorKind kind() {
    return FactorKind.WEBAUTHN;
  }

  @Override
  public Judgment judge(TenantId tenant, StoredFactor stored, Answer answer, Instant now) {
    return stored.isPending()
        ? registration.judge(tenant, stored, answer, now)
        : assertion.judge(tenant, stored, answer, now);
  }

  /// The one of the user's keys that answered; where it is none of them, the one that was asked.
  @Override
  public FactorId answering(TenantId tenant, StoredFactor asked, Answer answer) {
    if (asked.isPending()) {
      return asked.id();
    }
    return AssertionCheck.read(answer.text())
        .flatMap(check ->
            keys.of(tenant, asked.bond().user()).stream().filter(check::isFrom).findFirst())
        .map(Key::factor)
        .orElse(asked.id());
  }

  @Override
  public Factor show(StoredFactor stored) {
    var parameters = stored.parameters();
    return new Factor.WebAuthn(
        stored.bond(),
        parameters.get(KeyFacts.SYNCED).filter("true"::equals).isPresent(),
        parameters.get(KeyFacts.AAGUID).map(UUID::fromString),
        parameters
            .get(KeyFacts.TRANSPORTS)
            .map(ways -> Arrays.asList(ways.split(",", -1)))
            .orElse(List.of()));
  }

  @Override
  public void ended(TenantId tenant, StoredFactor stored) {
    keys.delete(tenant, stored.id());
    challenges.delete(tenant, stored.id());
  }
}
