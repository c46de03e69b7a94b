package io.tweestap.factor.webauthn;

import io.tweestap.factor.Answer;
import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.kind.Judgment;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.factor.webauthn.KeyChallenge.Ceremony;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.WebAuthnSettings.CounterBack;
import io.tweestap.user.UserId;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Judges the response to request options. What the key said is kept when it is settled, after all
/// was checked (WA-20).
@Component
class JudgeAssertion {
  private static final Logger LOG = LoggerFactory.getLogger(JudgeAssertion.class);

  private final KeyChallenges challenges;
  private final KeyRows keys;
  private final UserHandles handles;
  private final Sites sites;
  private final KeyNews news;

  JudgeAssertion(
      KeyChallenges challenges, KeyRows keys, UserHandles handles, Sites sites, KeyNews news) {
    this.challenges = challenges;
    this.keys = keys;
    this.handles = handles;
    this.sites = sites;
    this.news = news;
  }

  Judgment judge(TenantId tenant, StoredFactor stored, Answer answer, Instant now) {
    UserId user = stored.bond().user();
    Optional<KeyChallenge> found = challenges.find(tenant, user, stored.id(), Ceremony.GET, answer);
    if (found.isEmpty()) {
      return KeyChallenges.over("not_found");
    }
    KeyChallenge challenge = found.get();
    return challenges
        .over(tenant, challenge, answer, now)
        .orElseGet(() -> compare(tenant, stored, challenge, answer));
  }

  private Judgment compare(
      TenantId tenant, StoredFactor stored, KeyChallenge challenge, Answer answer) {
    Optional<AssertionCheck> read = AssertionCheck.read(answer.text());
    Optional<Key> key = keys.find(tenant, stored.bond().user(), stored.id());
    if (read.isEmpty() || key.isEmpty()) {
      return wrong("malformed");
    }
    AssertionCheck check = read.get();
    if (!challenges.isSame(tenant, challenge, check.client().challenge())) {
      return wrong("challenge");
    }
    if (!challenge.allowed().contains(stored.id())) {
      return wrong("not_asked");
    }
    byte[] handle = handles.of(tenant, stored.bond().user());
    Site site = sites.of(tenant);
    return check
        .refusal(site, handle, key.get())
        .map(JudgeAssertion::wrong)
        .orElseGet(() -> fine(tenant, stored, challenge, check, key.get(), site));
  }

  private Judgment fine(
      TenantId tenant,
      StoredFactor stored,
      KeyChallenge challenge,
      AssertionCheck check,
      Key key,
      Site site) {
    boolean back = check.wentBack(key);
    if (back && site.asks().counterBack() == CounterBack.REFUSE) {
      news.counterWentBack(tenant, stored, check, key, true);
      return new Judgment.Wrong(new AnswerOutcome.ChallengeOver("counter_went_back"));
    }
    return new Judgment.Right(
        stored.moving() + 1,
        stored.drift(),
        key.amr(),
        () -> spend(tenant, stored, challenge, check, key, back));
  }

  private boolean spend(
      TenantId tenant,
      StoredFactor stored,
      KeyChallenge challenge,
      AssertionCheck check,
      Key key,
      boolean back) {
    boolean spent =
        challenges.spend(tenant, challenge)
            && keys.used(tenant, key.factor(), check.data().signCount(), check.data().backedUp());
    if (spent && back) {
      news.counterWentBack(tenant, stored, check, key, false);
    }
    return spent;
  }

  private static Judgment wrong(String why) {
    LOG.info("The answer of a security key was refused: {}", why);
    return Judgment.wrong();
  }
}
