package io.tweestap.factor.webauthn;

import io.tweestap.factor.Answer;
import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.kind.AboutDetails;
import io.tweestap.factor.kind.Judgment;
import io.tweestap.factor.webauthn.KeyChallenge.Ceremony;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Vault;
import io.tweestap.verification.Details;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Draws challenges and knows them again (WA-1): 256 random bits; for a payment followed by a keyed
/// hash of amount and payee, so that what the key signs is about them (PSD-9).
@Component
class KeyChallenges {
  /// How long there is to answer one.
  static final Duration LIFE = Duration.ofMinutes(5);

  private static final int RANDOM = 32;

  private final KeyChallengeRows rows;
  private final AboutDetails about;
  private final Vault vault;
  private final SecureRandom random;
  private final Ids ids;
  private final Clock clock;

  KeyChallenges(
      KeyChallengeRows rows,
      AboutDetails about,
      Vault vault,
      SecureRandom random,
      Ids ids,
      Clock clock) {
    this.rows = rows;
    this.about = about;
    this.vault = vault;
    this.random = random;
    this.ids = ids;
    this.clock = clock;
  }

  /// A challenge as it is given out.
  record Drawn(UUID id, byte[] challenge, Instant expiresAt) {
    @Override
    public String toString() {
      return "Drawn[" + id + "]";
    }
  }

  /// Draws one for a key that is to be registered. Those before it go: which of two was drawn last
  /// cannot be told within one millisecond.
  Drawn toRegister(TenantId tenant, UserId user, FactorId factor) {
    rows.delete(tenant, factor);
    return draw(tenant, user, factor, Ceremony.CREATE, List.of(factor), Optional.empty());
  }

  /// Draws one that any of these factors' keys may answer.
  Drawn toAnswer(
      TenantId tenant,
      UserId user,
      FactorId asked,
      List<FactorId> allowed,
      Optional<Details> details) {
    return draw(tenant, user, asked, Ceremony.GET, allowed, details);
  }

  private Drawn draw(
      TenantId tenant,
      UserId user,
      FactorId factor,
      Ceremony ceremony,
      List<FactorId> allowed,
      Optional<Details> details) {
    UUID id = ids.next();
    byte @Nullable [] hash = details.map(these -> about.hash(tenant, id, these)).orElse(null);
    byte[] challenge = challenge(hash);
    Instant now = clock.instant();
    Instant until = now.plus(LIFE);
    byte[] kept = vault.hash(HashUse.KEY_CHALLENGE, tenant, challenge);
    rows.insert(
        tenant,
        new KeyChallenge(id, user, factor, ceremony, allowed, kept, hash, now, until, false));
    return new Drawn(id, challenge, until);
  }

  private byte[] challenge(byte @Nullable [] detailsHash) {
    byte[] drawn = new byte[RANDOM];
    random.nextBytes(drawn);
    return detailsHash == null
        ? drawn
        : ByteBuffer.allocate(RANDOM + detailsHash.length).put(drawn).put(detailsHash).array();
  }

  /// The challenge that an answer is to; a key that is being registered has one at a time, which
  /// need not be named.
  Optional<KeyChallenge> find(
      TenantId tenant, UserId user, FactorId factor, Ceremony ceremony, Answer answer) {
    return answer.challenge().isPresent()
        ? rows.find(tenant, user, ceremony, answer.challenge().get())
        : Optional.of(ceremony)
            .filter(Ceremony.CREATE::equals)
            .flatMap(_ -> rows.latest(tenant, factor, ceremony));
  }

  /// Why a challenge cannot be answered any more; empty when it can. Other details void it.
  Optional<Judgment> over(TenantId tenant, KeyChallenge challenge, Answer answer, Instant now) {
    if (challenge.spent()) {
      return Optional.of(new Judgment.Refused(new AnswerOutcome.AlreadyUsed()));
    }
    if (!challenge.expiresAt().isAfter(now)) {
      return Optional.of(over("expired"));
    }
    if (!isAbout(tenant, challenge, answer)) {
      rows.spend(tenant, challenge.id(), now);
      return Optional.of(over("details_changed"));
    }
    return Optional.empty();
  }

  static Judgment over(String reason) {
    return new Judgment.Refused(new AnswerOutcome.ChallengeOver(reason));
  }

  /// Whether the answer is about what was asked: these details, or none (TXN-3, PSD-10).
  private boolean isAbout(TenantId tenant, KeyChallenge challenge, Answer answer) {
    byte[] hash = challenge.detailsHash();
    if (hash == null || answer.details().isEmpty()) {
      return hash == null && answer.details().isEmpty();
    }
    return about.fits(tenant, challenge.id(), answer.details().get(), hash);
  }

  /// Whether this is the challenge that was given out.
  boolean isSame(TenantId tenant, KeyChallenge given, byte[] challenge) {
    boolean same = false;
    for (byte[] candidate : vault.candidates(HashUse.KEY_CHALLENGE, tenant, challenge)) {
      same |= MessageDigest.isEqual(candidate, given.hash());
    }
    return same;
  }

  /// Ends a challenge by its answer.
  ///
  /// @return whether it was this answer that did
  boolean spend(TenantId tenant, KeyChallenge challenge) {
    return rows.spend(tenant, challenge.id(), clock.instant());
  }
}
