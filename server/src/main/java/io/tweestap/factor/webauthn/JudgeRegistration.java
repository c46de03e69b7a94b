package io.tweestap.factor.webauthn;

import io.tweestap.factor.Answer;
import io.tweestap.factor.jdbc.ParametersJson;
import io.tweestap.factor.kind.Judgment;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.factor.webauthn.KeyChallenge.Ceremony;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Judges the response to creation options. The key is written when the response is settled, in the
/// transaction that makes the factor an active one.
@Component
class JudgeRegistration {
  private static final Logger LOG = LoggerFactory.getLogger(JudgeRegistration.class);

  private final KeyChallenges challenges;
  private final KeyRows keys;
  private final UserHandles handles;
  private final Sites sites;

  JudgeRegistration(KeyChallenges challenges, KeyRows keys, UserHandles handles, Sites sites) {
    this.challenges = challenges;
    this.keys = keys;
    this.handles = handles;
    this.sites = sites;
  }

  Judgment judge(TenantId tenant, StoredFactor stored, Answer answer, Instant now) {
    UserId user = stored.bond().user();
    Optional<KeyChallenge> found =
        challenges
            .find(tenant, user, stored.id(), Ceremony.CREATE, answer)
            .filter(challenge -> challenge.factor().equals(stored.id()));
    if (found.isEmpty()) {
      return KeyChallenges.over("not_found");
    }
    KeyChallenge challenge = found.get();
    return challenges
        .over(tenant, challenge, answer, now)
        .orElseGet(() -> compare(tenant, stored, challenge, answer, now));
  }

  private Judgment compare(
      TenantId tenant, StoredFactor stored, KeyChallenge challenge, Answer answer, Instant now) {
    Optional<RegistrationCheck> check = RegistrationCheck.read(answer.text());
    if (check.isEmpty()) {
      return wrong("malformed");
    }
    if (!challenges.isSame(tenant, challenge, check.get().client().challenge())) {
      return wrong("challenge");
    }
    byte[] handle = handles.of(tenant, stored.bond().user());
    return switch (check.get().check(sites.of(tenant), handle, stored.id())) {
      case RegistrationCheck.Outcome.Refused(String why) -> wrong(why);
      case RegistrationCheck.Outcome.Fine(Key key) ->
          keys.exists(tenant, key.credentialId())
              ? wrong("registered")
              : right(tenant, stored, challenge, key, now);
    };
  }

  private Judgment right(
      TenantId tenant, StoredFactor stored, KeyChallenge challenge, Key key, Instant now) {
    return new Judgment.Right(
        stored.moving() + 1,
        stored.drift(),
        key.amr(),
        () ->
            challenges.spend(tenant, challenge)
                && keys.insert(
                    tenant,
                    stored.bond().user(),
                    key,
                    ParametersJson.write(KeyFacts.of(key)),
                    now));
  }

  private static Judgment wrong(String why) {
    LOG.info("A security key was not registered: {}", why);
    return Judgment.wrong();
  }
}
