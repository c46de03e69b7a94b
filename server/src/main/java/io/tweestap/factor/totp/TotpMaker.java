package io.tweestap.factor.totp;

import io.tweestap.factor.By;
import io.tweestap.factor.Factor;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Factors;
import io.tweestap.factor.bind.BindOutcome;
import io.tweestap.factor.bind.Bindings;
import io.tweestap.factor.bind.NewFactor;
import io.tweestap.factor.token.web.TokenMaking;
import io.tweestap.factor.web.FactorMaker;
import io.tweestap.factor.web.FactorProblems;
import io.tweestap.factor.web.FactorView;
import io.tweestap.factor.web.NewFactorBody;
import io.tweestap.factor.web.NewFactorView;
import io.tweestap.factor.web.SetupView;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.Totp;
import io.tweestap.otp.uri.OtpauthUri;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Begins authenticator apps, with a new secret or one that the user's app has already, and tokens
/// with a clock.
@Component
class TotpMaker implements FactorMaker {
  /// Below every time step.
  private static final long NOT_MOVED = -1;

  private final Bindings bindings;
  private final Factors factors;
  private final Setups setups;
  private final TokenMaking tokens;
  private final SecureRandom random;
  private final Clock clock;

  TotpMaker(
      Bindings bindings,
      Factors factors,
      Setups setups,
      TokenMaking tokens,
      SecureRandom random,
      Clock clock) {
    this.bindings = bindings;
    this.factors = factors;
    this.setups = setups;
    this.tokens = tokens;
    this.random = random;
    this.clock = clock;
  }

  @Override
  public FactorKind kind() {
    return FactorKind.TOTP;
  }

  @Override
  public Set<String> fields() {
    return Set.of("algorithm", "digits", "period", "issuer", "account", "secret", "serial");
  }

  @Override
  public NewFactorView make(TenantId tenant, User user, NewFactorBody body, By by) {
    if (body.serial() != null) {
      body.refuseAllBut(kind(), Set.of("serial"));
      return tokens.make(tenant, user, kind(), body, by);
    }
    return app(tenant, user, body, by);
  }

  private NewFactorView app(TenantId tenant, User user, NewFactorBody body, By by) {
    Totp totp = TotpFields.profile(body);
    Optional<OtpSecret> given = TotpFields.secret(body);
    OtpSecret secret = given.orElseGet(() -> OtpSecret.generate(random));
    OtpauthUri uri = setups.uri(tenant, user, body, secret, totp);
    SetupView setup = setups.show(uri);
    Instant now = clock.instant();
    NewFactor asked =
        new NewFactor(
            FactorKind.TOTP,
            body.readName("Authenticator app"),
            given.isPresent() ? "imported" : "enrolled",
            Optional.of(secret.bytes()),
            TotpParameters.write(totp),
            NOT_MOVED,
            body.readExpiresAt(now));
    return switch (bindings.begin(tenant, user, asked, by)) {
      case BindOutcome.Begun(FactorId id, _) -> begun(tenant, user, id, setup);
      case BindOutcome.Bound _ -> throw new IllegalStateException("it needs a first code");
      case BindOutcome.TooMany(int most) -> throw FactorProblems.tooMany(most);
    };
  }

  private NewFactorView begun(TenantId tenant, User user, FactorId id, SetupView setup) {
    Factor factor = factors.find(tenant, user.id(), id).orElseThrow();
    return new NewFactorView(FactorView.of(factor, clock.instant()), setup);
  }
}
