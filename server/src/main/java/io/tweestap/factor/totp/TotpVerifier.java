package io.tweestap.factor.totp;

import io.tweestap.factor.Answer;
import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.Factor;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.kind.FactorSecrets;
import io.tweestap.factor.kind.FactorVerifier;
import io.tweestap.factor.kind.Judgment;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.Totp;
import io.tweestap.otp.TotpOutcome;
import io.tweestap.shared.TenantId;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Compares TOTP codes: one step to either side of the token's own clock (OTP-11), as far as that
/// is known ([Drift]).
@Component
class TotpVerifier implements FactorVerifier {
  private static final int SKEW = 1;

  private final FactorSecrets secrets;

  TotpVerifier(FactorSecrets secrets) {
    this.secrets = secrets;
  }

  @Override
  public FactorKind kind() {
    return FactorKind.TOTP;
  }

  @Override
  public Judgment judge(TenantId tenant, StoredFactor stored, Answer answer, Instant now) {
    OtpSecret secret = OtpSecret.of(secrets.open(tenant, stored));
    Totp totp = TotpParameters.read(stored.parameters());
    Instant there = now.plusSeconds(stored.drift());
    return switch (totp.verify(secret, there, SKEW, answer.text())) {
      case TotpOutcome.Matched(long step, _) when step <= stored.moving() ->
          new Judgment.Refused(new AnswerOutcome.AlreadyUsed());
      case TotpOutcome.Matched(long step, _) ->
          Judgment.right(stored, step, Drift.learned(stored.drift(), totp, step, now));
      case TotpOutcome.NoMatch() -> wrong(stored, totp, secret, answer, now);
    };
  }

  /// URI-8: an app that took no notice of the parameters computes the usual profile.
  private static Judgment wrong(
      StoredFactor stored, Totp totp, OtpSecret secret, Answer answer, Instant now) {
    boolean ignored =
        stored.isPending()
            && !totp.equals(Totp.standard())
            && Totp.standard().verify(secret, now, SKEW, answer.text())
                instanceof TotpOutcome.Matched;
    return ignored ? new Judgment.Wrong(new AnswerOutcome.ParametersIgnored()) : Judgment.wrong();
  }

  @Override
  public Factor show(StoredFactor stored) {
    Totp totp = TotpParameters.read(stored.parameters());
    return new Factor.Totp(
        stored.bond(),
        totp.algorithm(),
        totp.digits(),
        (int) totp.step().toSeconds(),
        stored.parameters().get(TotpParameters.SERIAL));
  }
}
