package io.tweestap.factor.phone;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.factor.Answer;
import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.Factor;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.kind.FactorVerifier;
import io.tweestap.factor.kind.Judgment;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.factor.phone.PhoneChallengeRows.Ask;
import io.tweestap.shared.Channel;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Vault;
import io.tweestap.verification.CheckOutcome;
import io.tweestap.verification.State;
import io.tweestap.verification.Verification;
import io.tweestap.verification.Verifications;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Compares a code with the one that went to the phone. A wrong one uses up a check of its
/// verification and counts as a failure of the factor, which no new code takes back (OOB-4).
///
/// The verification spends a right code before the factor does. Until the factor has, the code is
/// remembered as a hash: if another answer to the factor was faster, it is compared again and is
/// still right, and still only once.
@Component
class PhoneVerifier implements FactorVerifier {
  private final PhoneLineRows lines;
  private final PhoneChallengeRows rows;
  private final Verifications verifications;
  private final Vault vault;
  private final Clock clock;

  PhoneVerifier(
      PhoneLineRows lines,
      PhoneChallengeRows rows,
      Verifications verifications,
      Vault vault,
      Clock clock) {
    this.lines = lines;
    this.rows = rows;
    this.verifications = verifications;
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public FactorKind kind() {
    return FactorKind.PHONE;
  }

  @Override
  public Judgment judge(TenantId tenant, StoredFactor stored, Answer answer, Instant now) {
    return challenge(tenant, stored, answer)
        .flatMap(id -> verifications.find(tenant, id))
        .map(open -> judge(tenant, stored, answer, open))
        .orElseGet(() -> over("not_found"));
  }

  /// A phone that is being bound has one code, whose challenge need not be named.
  private Optional<UUID> challenge(TenantId tenant, StoredFactor stored, Answer answer) {
    if (answer.challenge().isEmpty()) {
      return stored.isPending() ? rows.latest(tenant, stored.id(), Ask.BINDING) : Optional.empty();
    }
    return answer.challenge().filter(id -> rows.exists(tenant, stored.id(), id));
  }

  private Judgment judge(TenantId tenant, StoredFactor stored, Answer answer, Verification open) {
    return switch (open.state()) {
      case PENDING -> check(tenant, stored, answer, open);
      case APPROVED -> approvedBefore(tenant, stored, answer, open);
      case EXPIRED, CANCELED, TOO_MANY_CHECKS, DETAILS_CHANGED -> over(open.state().text());
    };
  }

  private Judgment check(TenantId tenant, StoredFactor stored, Answer answer, Verification open) {
    return switch (verifications.check(tenant, open.id(), answer.text(), answer.details())) {
      case CheckOutcome.Approved _ -> {
        rows.approve(
            tenant, open.id(), vault.hash(HashUse.PHONE_CODE, tenant, parts(open, answer)));
        yield right(tenant, stored, open);
      }
      case CheckOutcome.WrongCode _ -> Judgment.wrong();
      // It was pending a moment ago: this code was compared, or one beside it.
      case CheckOutcome.TooManyChecks _ ->
          new Judgment.Wrong(new AnswerOutcome.ChallengeOver(State.TOO_MANY_CHECKS.text()));
      case CheckOutcome.AlreadyUsed _ -> approvedBefore(tenant, stored, answer, open);
      case CheckOutcome.Expired _ -> over(State.EXPIRED.text());
      case CheckOutcome.Canceled _ -> over(State.CANCELED.text());
      case CheckOutcome.DetailsChanged _ -> over(State.DETAILS_CHANGED.text());
      case CheckOutcome.NotFound _ -> over("not_found");
    };
  }

  private Judgment approvedBefore(
      TenantId tenant, StoredFactor stored, Answer answer, Verification open) {
    boolean thisOne =
        rows.isApproved(
            tenant, open.id(), vault.candidates(HashUse.PHONE_CODE, tenant, parts(open, answer)));
    return thisOne
        ? right(tenant, stored, open)
        : new Judgment.Refused(new AnswerOutcome.AlreadyUsed());
  }

  private Judgment right(TenantId tenant, StoredFactor stored, Verification open) {
    return new Judgment.Right(
        stored.moving() + 1,
        stored.drift(),
        Set.of(open.channel() == Channel.VOICE ? "tel" : "sms", "mca"),
        () -> rows.spend(tenant, open.id(), clock.instant()));
  }

  private static byte[][] parts(Verification open, Answer answer) {
    return new byte[][] {
      open.id().toString().getBytes(UTF_8),
      answer.text().getBytes(UTF_8),
      answer.details().map(Object::toString).orElse("").getBytes(UTF_8)
    };
  }

  private static Judgment over(String reason) {
    return new Judgment.Refused(new AnswerOutcome.ChallengeOver(reason));
  }

  @Override
  public void ended(TenantId tenant, StoredFactor stored) {
    rows.delete(tenant, stored.id());
    lines.delete(tenant, stored.id());
  }

  @Override
  public Factor show(StoredFactor stored) {
    return new Factor.Phone(stored.bond(), PhoneParameters.masked(stored.parameters()));
  }
}
