package io.tweestap.factor.ocra.web;

import io.tweestap.factor.By;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Factors;
import io.tweestap.factor.ocra.OcraBinding;
import io.tweestap.factor.ocra.OcraTokens;
import io.tweestap.factor.token.AssignOutcome;
import io.tweestap.factor.token.web.TokenMaking;
import io.tweestap.factor.web.ChallengeView;
import io.tweestap.factor.web.FactorMaker;
import io.tweestap.factor.web.FactorProblems;
import io.tweestap.factor.web.FactorView;
import io.tweestap.factor.web.NewFactorBody;
import io.tweestap.factor.web.NewFactorView;
import io.tweestap.otp.InvalidOtpInput;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.ocra.OcraSuite;
import io.tweestap.shared.TenantId;
import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.Problem;
import io.tweestap.user.User;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Begins challenge-response devices: the answer has the first question, and the secret where the
/// server made it.
@Component
class OcraMaker implements FactorMaker {
  private static final Pattern PIN = Pattern.compile("[\\x20-\\x7e]{4,32}");
  private static final Pattern SERIAL = Pattern.compile("[\\x21-\\x7e]{1,64}");
  private static final int SECRET_BITS_MIN = 128;

  private final OcraBinding binding;
  private final OcraTokens tokens;
  private final Factors factors;
  private final Clock clock;

  OcraMaker(OcraBinding binding, OcraTokens tokens, Factors factors, Clock clock) {
    this.binding = binding;
    this.tokens = tokens;
    this.factors = factors;
    this.clock = clock;
  }

  @Override
  public FactorKind kind() {
    return FactorKind.OCRA;
  }

  @Override
  public Set<String> fields() {
    return Set.of("suite", "secret", "pin", "counter", "serial");
  }

  @Override
  public NewFactorView make(TenantId tenant, User user, NewFactorBody body, By by) {
    return body.suite() == null && body.serial() != null
        ? inStock(tenant, user, body, by)
        : device(tenant, user, body, by);
  }

  private NewFactorView inStock(TenantId tenant, User user, NewFactorBody body, By by) {
    body.refuseAllBut(kind(), Set.of("serial", "pin"));
    String serial = Fields.required("serial", body.serial()).strip();
    OcraTokens.Wish wish =
        new OcraTokens.Wish(
            serial,
            body.readName("Token " + serial),
            Optional.ofNullable(body.pin()).map(OcraMaker::pin),
            body.readExpiresAt(clock.instant()));
    return switch (tokens.begin(tenant, user, wish, by)) {
      case OcraTokens.Outcome.Begun(FactorId id, UUID challenge, String question, Instant until) ->
          NewFactorView.ofQuestion(
              view(tenant, user, id), null, ChallengeView.question(challenge, question, until));
      case OcraTokens.Outcome.Refused(AssignOutcome why) -> throw TokenMaking.refusal(why);
      case OcraTokens.Outcome.WrongPin(boolean needed) -> throw wrongPin(needed);
    };
  }

  private NewFactorView device(TenantId tenant, User user, NewFactorBody body, By by) {
    OcraSuite suite = suite(Fields.required("suite", body.suite()));
    OcraBinding.Wish wish =
        new OcraBinding.Wish(
            body.readName("Challenge-response device"),
            suite,
            Optional.ofNullable(body.secret()).map(OcraMaker::secret),
            pin(suite, body.pin()),
            counter(suite, body.counter()),
            Optional.ofNullable(body.serial()).map(OcraMaker::serial),
            body.secret() == null ? "enrolled" : "imported",
            body.readExpiresAt(clock.instant()));
    return switch (binding.begin(tenant, user, wish, by)) {
      case OcraBinding.Outcome.Begun begun -> view(tenant, user, begun);
      case OcraBinding.Outcome.TooMany(int most) -> throw FactorProblems.tooMany(most);
    };
  }

  private NewFactorView view(TenantId tenant, User user, OcraBinding.Outcome.Begun begun) {
    return NewFactorView.ofQuestion(
        view(tenant, user, begun.id()),
        begun.made().map(OtpSecret::toBase32).orElse(null),
        ChallengeView.question(begun.challenge(), begun.question(), begun.questionUntil()));
  }

  private FactorView view(TenantId tenant, User user, FactorId id) {
    return FactorView.of(factors.find(tenant, user.id(), id).orElseThrow(), clock.instant());
  }

  private static OcraSuite suite(String text) {
    try {
      OcraSuite suite = OcraSuite.parse(text);
      if (OcraBinding.Wish.isServed(suite)) {
        return suite;
      }
    } catch (InvalidOtpInput _) {
      throw Fields.invalid("suite", "must be a suite of RFC 6287, as in OCRA-1:HOTP-SHA256-8:QA08");
    }
    throw Fields.invalid("suite", "must not ask for session data (S) or a time step of zero");
  }

  private static OtpSecret secret(String text) {
    try {
      OtpSecret secret = OtpSecret.ofBase32(text);
      if (secret.bits() >= SECRET_BITS_MIN) {
        return secret;
      }
    } catch (InvalidOtpInput _) {
      throw Fields.invalid("secret", "must be Base32");
    }
    throw Fields.invalid("secret", "must have at least 128 bits");
  }

  private static Optional<String> pin(OcraSuite suite, @Nullable String pin) {
    if (suite.pinHash().isPresent() != (pin != null)) {
      throw wrongPin(pin == null);
    }
    return Optional.ofNullable(pin).map(OcraMaker::pin);
  }

  private static Problem wrongPin(boolean needed) {
    return needed
        ? Fields.missing("pin", "a suite with a PIN needs pin")
        : Fields.invalid("pin", "belongs to a suite with a PIN");
  }

  private static String pin(String text) {
    if (!PIN.matcher(text).matches()) {
      throw Fields.invalid("pin", "must have 4 to 32 printable ASCII characters");
    }
    return text;
  }

  private static long counter(OcraSuite suite, @Nullable Long counter) {
    if (counter != null && (!suite.counter() || counter < 0)) {
      throw Fields.invalid("counter", "must be 0 or more, and belongs to a suite with a counter");
    }
    return counter == null ? 0 : counter;
  }

  private static String serial(String text) {
    if (!SERIAL.matcher(text).matches()) {
      throw Fields.invalid("serial", "must have 1 to 64 printable ASCII characters, no spaces");
    }
    return text;
  }
}
