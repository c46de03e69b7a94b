package io.tweestap.factor.ocra;

import io.tweestap.factor.ChallengeOutcome;
import io.tweestap.factor.ChallengeWish;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.kind.AboutDetails;
import io.tweestap.factor.kind.ChallengeStarter;
import io.tweestap.factor.kind.FactorSecrets;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.otp.ocra.OcraSuite;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.UserId;
import io.tweestap.verification.Details;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts questions to devices: random, or made of a transaction, and with the server's own answer
/// where the user's side asked first.
@Component
class OcraChallenges implements ChallengeStarter {
  static final Duration LIFE = Duration.ofMinutes(5);

  private final OcraChallengeRows rows;
  private final OcraQuestions questions;
  private final AboutDetails about;
  private final FactorSecrets secrets;
  private final Ids ids;
  private final Clock clock;

  OcraChallenges(
      OcraChallengeRows rows,
      OcraQuestions questions,
      AboutDetails about,
      FactorSecrets secrets,
      Ids ids,
      Clock clock) {
    this.rows = rows;
    this.questions = questions;
    this.about = about;
    this.secrets = secrets;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public FactorKind kind() {
    return FactorKind.OCRA;
  }

  @Override
  public ChallengeOutcome begin(
      TenantId tenant, User user, StoredFactor stored, ChallengeWish wish) {
    OcraDevice device = OcraDevice.of(stored, secrets.open(tenant, stored));
    if (wish.clientQuestion().isPresent()
        && !OcraForms.isQuestion(device.suite(), wish.clientQuestion().get())) {
      return new ChallengeOutcome.NotPossible("client_question_not_usable");
    }
    OcraChallenge challenge = make(tenant, user.id(), stored.id(), device.suite(), wish);
    rows.insert(tenant, challenge);
    return new ChallengeOutcome.Asked(
        challenge.id(),
        challenge.question(),
        challenge.clientQuestion().map(_ -> device.proof(challenge, clock.instant())),
        wish.details().map(AboutDetails::text),
        challenge.expiresAt());
  }

  /// The first question to a device that is about to be bound.
  OcraChallenge first(TenantId tenant, UserId user, FactorId factor, OcraSuite suite) {
    OcraChallenge challenge =
        challenge(
            ids.next(),
            user,
            factor,
            questions.draw(suite),
            Optional.empty(),
            null,
            Optional.empty());
    rows.insert(tenant, challenge);
    return challenge;
  }

  private OcraChallenge make(
      TenantId tenant, UserId user, FactorId factor, OcraSuite suite, ChallengeWish wish) {
    UUID id = ids.next();
    Optional<Details> details = wish.details();
    byte[] hash = details.map(these -> about.hash(tenant, id, these)).orElse(null);
    String question = hash == null ? questions.draw(suite) : OcraQuestions.of(suite, hash);
    return challenge(id, user, factor, question, wish.clientQuestion(), hash, wish.boundTo());
  }

  private OcraChallenge challenge(
      UUID id,
      UserId user,
      FactorId factor,
      String question,
      Optional<String> clientQuestion,
      byte @Nullable [] hash,
      Optional<UUID> boundTo) {
    Instant now = clock.instant();
    return new OcraChallenge(
        id, user, factor, question, clientQuestion, hash, boundTo, now, now.plus(LIFE), false);
  }
}
