package io.tweestap.factor.ocra;

import io.tweestap.factor.Answer;
import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.Factor;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.kind.AboutDetails;
import io.tweestap.factor.kind.FactorSecrets;
import io.tweestap.factor.kind.FactorVerifier;
import io.tweestap.factor.kind.Judgment;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.factor.token.TokenStock;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/// Compares a response with the one that the device must give to the question it was asked.
@Component
class OcraVerifier implements FactorVerifier {
  private final OcraChallengeRows rows;
  private final AboutDetails about;
  private final FactorSecrets secrets;
  private final TokenStock stock;
  private final Clock clock;

  OcraVerifier(
      OcraChallengeRows rows,
      AboutDetails about,
      FactorSecrets secrets,
      TokenStock stock,
      Clock clock) {
    this.rows = rows;
    this.about = about;
    this.secrets = secrets;
    this.stock = stock;
    this.clock = clock;
  }

  @Override
  public FactorKind kind() {
    return FactorKind.OCRA;
  }

  @Override
  public Judgment judge(TenantId tenant, StoredFactor stored, Answer answer, Instant now) {
    Optional<OcraChallenge> found = challenge(tenant, stored, answer);
    if (found.isEmpty()) {
      return over("not_found");
    }
    OcraChallenge challenge = found.get();
    if (challenge.spent()) {
      return new Judgment.Refused(new AnswerOutcome.AlreadyUsed());
    }
    if (!challenge.expiresAt().isAfter(now)) {
      return over("expired");
    }
    if (!isAbout(tenant, challenge, answer)) {
      rows.spend(tenant, challenge.id(), now);
      return over("details_changed");
    }
    return compare(tenant, stored, challenge, answer, now);
  }

  /// A device that is being bound has one question, which need not be named.
  private Optional<OcraChallenge> challenge(TenantId tenant, StoredFactor stored, Answer answer) {
    if (answer.challenge().isEmpty()) {
      return stored.isPending() ? rows.latest(tenant, stored.id()) : Optional.empty();
    }
    return rows.find(tenant, stored.id(), answer.challenge().get());
  }

  /// Whether the answer is about what was asked: these details, or none (TXN-3, PSD-10).
  private boolean isAbout(TenantId tenant, OcraChallenge challenge, Answer answer) {
    byte[] hash = challenge.detailsHash();
    if (hash == null || answer.details().isEmpty()) {
      return hash == null && answer.details().isEmpty();
    }
    return about.fits(tenant, challenge.id(), answer.details().get(), hash);
  }

  private Judgment compare(
      TenantId tenant, StoredFactor stored, OcraChallenge challenge, Answer answer, Instant now) {
    OcraDevice device = OcraDevice.of(stored, secrets.open(tenant, stored));
    OptionalLong after = device.after(challenge, answer.text(), now);
    return after.isEmpty()
        ? Judgment.wrong()
        : new Judgment.Right(
            after.getAsLong(),
            stored.drift(),
            stored.kind().amr(),
            () -> rows.spend(tenant, challenge.id(), clock.instant()));
  }

  private static Judgment over(String reason) {
    return new Judgment.Refused(new AnswerOutcome.ChallengeOver(reason));
  }

  @Override
  public void confirmed(TenantId tenant, StoredFactor stored) {
    stock.confirmed(tenant, stored);
  }

  @Override
  public void ended(TenantId tenant, StoredFactor stored) {
    rows.delete(tenant, stored.id());
    stock.returned(tenant, stored);
  }

  @Override
  public Factor show(StoredFactor stored) {
    return new Factor.Ocra(
        stored.bond(),
        stored.parameters().text(OcraDevice.SUITE),
        stored.parameters().get("serial"));
  }
}
