package io.tweestap.factor.totp;

import io.tweestap.factor.Answer;
import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.Factor;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.FactorSettings;
import io.tweestap.factor.kind.FactorSecrets;
import io.tweestap.factor.kind.FactorVerifier;
import io.tweestap.factor.kind.Judgment;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.factor.token.TokenStock;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.Totp;
import io.tweestap.otp.TotpOutcome;
import io.tweestap.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/// Compares TOTP codes: usually one step to either side of the token's own clock (OTP-11), as far
/// as that is known ([Drift]). The moving factor is the last step that was spent.
@Component
class TotpVerifier implements FactorVerifier {
  private final FactorSecrets secrets;
  private final TokenStock stock;
  private final int skew;

  TotpVerifier(FactorSecrets secrets, TokenStock stock, FactorSettings settings) {
    this.secrets = secrets;
    this.stock = stock;
    this.skew = settings.totpSkew();
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
    return switch (totp.verify(secret, there, skew, answer.text())) {
      case TotpOutcome.Matched(long step, _) when step <= stored.moving() ->
          new Judgment.Refused(new AnswerOutcome.AlreadyUsed());
      case TotpOutcome.Matched(long step, _) ->
          Judgment.right(stored, step, Drift.learned(stored, totp, step, now));
      case TotpOutcome.NoMatch() -> wrong(stored, totp, secret, answer, now);
    };
  }

  /// URI-8: an app that took no notice of the parameters computes the usual profile.
  private Judgment wrong(
      StoredFactor stored, Totp totp, OtpSecret secret, Answer answer, Instant now) {
    boolean ignored =
        stored.isPending()
            && !totp.equals(Totp.standard())
            && Totp.standard().verify(secret, now, skew, answer.text())
                instanceof TotpOutcome.Matched;
    return ignored ? new Judgment.Wrong(new AnswerOutcome.ParametersIgnored()) : Judgment.wrong();
  }

  /// Two codes in a row of a token whose clock is up to twenty minutes off. For tokens alone: a
  /// phone's clock can be set.
  @Override
  public Judgment resync(TenantId tenant, StoredFactor stored, List<String> codes, Instant now) {
    if (stored.parameters().get(TokenStock.SERIAL).isEmpty()) {
      return new Judgment.Refused(new AnswerOutcome.NotUsable());
    }
    OtpSecret secret = OtpSecret.of(secrets.open(tenant, stored));
    Totp totp = TotpParameters.read(stored.parameters());
    OptionalLong found = Drift.search(totp, secret, codes, now);
    if (found.isEmpty() || found.getAsLong() <= stored.moving()) {
      return Judgment.wrong();
    }
    long step = found.getAsLong();
    return Judgment.right(stored, step, Drift.of(totp, step, now));
  }

  @Override
  public void confirmed(TenantId tenant, StoredFactor stored) {
    stock.confirmed(tenant, stored);
  }

  @Override
  public void ended(TenantId tenant, StoredFactor stored) {
    stock.returned(tenant, stored);
  }

  @Override
  public Factor show(StoredFactor stored) {
    Totp totp = TotpParameters.read(stored.parameters());
    return new Factor.Totp(
        stored.bond(),
        totp.algorithm(),
        totp.digits(),
        (int) totp.step().toSeconds(),
        stored.parameters().get(TokenStock.SERIAL));
  }
}
