package io.tweestap.factor.hotp;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import io.tweestap.otp.Hotp;
import io.tweestap.otp.HotpOutcome;
import io.tweestap.otp.OtpSecret;
import io.tweestap.shared.TenantId;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// Compares HOTP codes: the expected counter and a bounded number after it (OTP-7). The moving
/// factor is the next counter; it goes to one after the match, and only on success.
@Component
class HotpVerifier implements FactorVerifier {
  private final FactorSecrets secrets;
  private final TokenStock stock;
  private final FactorSettings settings;

  HotpVerifier(FactorSecrets secrets, TokenStock stock, FactorSettings settings) {
    this.secrets = secrets;
    this.stock = stock;
    this.settings = settings;
  }

  @Override
  public FactorKind kind() {
    return FactorKind.HOTP;
  }

  @Override
  public Judgment judge(TenantId tenant, StoredFactor stored, Answer answer, Instant now) {
    OtpSecret secret = OtpSecret.of(secrets.open(tenant, stored));
    Hotp hotp = HotpParameters.read(stored.parameters());
    String code = answer.text();
    return switch (hotp.verify(secret, stored.moving(), settings.hotpLookAhead(), code)) {
      case HotpOutcome.Matched(_, long next) -> Judgment.right(stored, next, stored.drift());
      case HotpOutcome.NoMatch() ->
          isLastUsed(hotp, secret, stored.moving(), code)
              ? new Judgment.Refused(new AnswerOutcome.AlreadyUsed())
              : Judgment.wrong();
    };
  }

  /// The code before the expected one: somebody pressed the button of a page twice.
  private static boolean isLastUsed(Hotp hotp, OtpSecret secret, long next, String code) {
    return next > 0
        && MessageDigest.isEqual(hotp.code(secret, next - 1).getBytes(UTF_8), code.getBytes(UTF_8));
  }

  /// RFC 4226 section 7.4: two codes in a row, in a wider window.
  @Override
  public Judgment resync(TenantId tenant, StoredFactor stored, List<String> codes, Instant now) {
    OtpSecret secret = OtpSecret.of(secrets.open(tenant, stored));
    Hotp hotp = HotpParameters.read(stored.parameters());
    return switch (hotp.resync(secret, stored.moving(), settings.hotpResyncWindow(), codes)) {
      case HotpOutcome.Matched(_, long next) -> Judgment.right(stored, next, stored.drift());
      case HotpOutcome.NoMatch() -> Judgment.wrong();
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
    Hotp hotp = HotpParameters.read(stored.parameters());
    return new Factor.Hotp(
        stored.bond(), hotp.algorithm(), hotp.digits(), stored.parameters().get(TokenStock.SERIAL));
  }
}
