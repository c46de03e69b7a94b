package io.tweestap.factor.totp;

import io.tweestap.factor.web.NewFactorBody;
import io.tweestap.factor.web.SetupView;
import io.tweestap.otp.InvalidOtpInput;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.Totp;
import io.tweestap.otp.uri.OtpauthAdvice;
import io.tweestap.otp.uri.OtpauthLabel;
import io.tweestap.otp.uri.OtpauthUri;
import io.tweestap.shared.TenantId;
import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.Problem;
import io.tweestap.tenant.Tenants;
import io.tweestap.user.User;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What goes into an app: the secret as QR code, URI and text for typing (N2).
@Component
class Setups {
  private static final int GROUP = 4;

  private final Tenants tenants;

  Setups(Tenants tenants) {
    this.tenants = tenants;
  }

  /// The URI: issuer and account as the request says, else the tenant's name and the user's
  /// reference.
  OtpauthUri uri(TenantId tenant, User user, NewFactorBody body, OtpSecret secret, Totp totp) {
    String issuer =
        Optional.ofNullable(body.issuer())
            .orElseGet(() -> withoutColon(tenants.get(tenant).name()));
    String account =
        Optional.ofNullable(body.account()).orElseGet(() -> withoutColon(user.ref().value()));
    try {
      return OtpauthUri.of(OtpauthLabel.of(issuer, account), secret, totp);
    } catch (InvalidOtpInput _) {
      throw unfit(body);
    }
  }

  /// @throws Problem when the URI would be longer than any app reads
  SetupView show(OtpauthUri uri) {
    String text;
    try {
      text = uri.toUri();
    } catch (InvalidOtpInput _) {
      throw Fields.invalid("issuer", "and account together are too long, or issuer is empty");
    }
    return new SetupView(
        grouped(uri.secret().toBase32()),
        text,
        QrSvg.of(text),
        uri.advice().stream().map(Setups::advice).toList());
  }

  private static Problem unfit(NewFactorBody body) {
    return Fields.invalid(
        body.issuer() == null ? "account" : "issuer",
        "must not be empty, and holds no colon and no control character");
  }

  private static String withoutColon(String text) {
    return text.replace(':', ' ').strip();
  }

  private static String grouped(String secret) {
    return secret.replaceAll(".{" + GROUP + "}(?=.)", "$0 ");
  }

  private static SetupView.AdviceView advice(OtpauthAdvice advice) {
    return new SetupView.AdviceView(
        advice.name().toLowerCase(Locale.ROOT),
        switch (advice) {
          case UNUSUAL_PROFILE ->
              "Some apps ignore algorithm, digits and period and then show wrong codes, among them"
                  + " Microsoft Authenticator. Aegis, FreeOTP and Yubico Authenticator honor them.";
          case RISKY_ISSUER ->
              "Some readers misread an issuer with one of & ? # % + /. Use a plain name.";
          case LONG_NAME ->
              "Issuer and account are longer than the 64 bytes that a security key keeps.";
          case SHORT_SECRET -> "Some apps warn of secrets below 128 bits, or refuse them.";
        });
  }
}
