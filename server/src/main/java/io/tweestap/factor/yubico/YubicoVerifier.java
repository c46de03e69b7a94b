package io.tweestap.factor.yubico;

import io.tweestap.factor.Answer;
import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.Factor;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.kind.FactorSecrets;
import io.tweestap.factor.kind.FactorVerifier;
import io.tweestap.factor.kind.Judgment;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.factor.token.TokenStock;
import io.tweestap.otp.InvalidOtpInput;
import io.tweestap.otp.yubico.YubicoCounter;
import io.tweestap.otp.yubico.YubicoOtp;
import io.tweestap.otp.yubico.YubicoOutcome;
import io.tweestap.shared.TenantId;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Checks what a YubiKey typed: whose key it is by the public id, then checksum, private id and
/// counters (OTP-25). The moving factor is the counter of the last password.
@Component
class YubicoVerifier implements FactorVerifier {
  private final FactorSecrets secrets;
  private final TokenStock stock;

  YubicoVerifier(FactorSecrets secrets, TokenStock stock) {
    this.secrets = secrets;
    this.stock = stock;
  }

  @Override
  public FactorKind kind() {
    return FactorKind.YUBICO_OTP;
  }

  @Override
  public Judgment judge(TenantId tenant, StoredFactor stored, Answer answer, Instant now) {
    YubicoSecret secret = YubicoSecret.of(secrets.open(tenant, stored));
    YubicoOtp otp;
    try {
      otp = YubicoOtp.parse(answer.text());
    } catch (InvalidOtpInput _) {
      return Judgment.wrong();
    }
    if (!otp.publicId().equals(stored.parameters().text(YubicoParameters.PUBLIC_ID))) {
      return Judgment.wrong();
    }
    YubicoCounter last = YubicoSecret.counter(stored.moving());
    return switch (otp.verify(secret.aesKey(), secret.privateId(), last)) {
      case YubicoOutcome.Accepted(YubicoCounter counter, _) ->
          Judgment.right(stored, YubicoSecret.moving(counter), stored.drift());
      case YubicoOutcome.Replayed _ -> new Judgment.Refused(new AnswerOutcome.AlreadyUsed());
      case YubicoOutcome.WrongKey _, YubicoOutcome.WrongPrivateId _ -> Judgment.wrong();
    };
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
    return new Factor.YubicoOtp(
        stored.bond(),
        stored.parameters().text(YubicoParameters.PUBLIC_ID),
        stored.parameters().get(TokenStock.SERIAL));
  }
}
