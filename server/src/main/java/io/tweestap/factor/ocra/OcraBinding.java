package io.tweestap.factor.ocra;

import io.tweestap.factor.By;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.bind.BindOutcome;
import io.tweestap.factor.bind.Bindings;
import io.tweestap.factor.bind.NewFactor;
import io.tweestap.factor.kind.Parameters;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.ocra.OcraSuite;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Binds a challenge-response device: the first question is put at once, and its right answer makes
/// the device a factor (OTP-18).
@Service
public class OcraBinding {
  private final OcraChallenges challenges;
  private final Bindings bindings;
  private final SecureRandom random;
  private final TransactionTemplate transaction;

  OcraBinding(
      OcraChallenges challenges,
      Bindings bindings,
      SecureRandom random,
      TransactionTemplate transaction) {
    this.challenges = challenges;
    this.bindings = bindings;
    this.random = random;
    this.transaction = transaction;
  }

  /// A device that is to be bound.
  ///
  /// @param name what the user calls it
  /// @param secret empty: the server makes one, as long as the suite's hash
  /// @param pin as the user types it into the device; with a suite that has one, and only with it
  /// @param counter where the device's counter stands
  /// @param source how it comes, see [io.tweestap.factor.Bond#source]
  /// @param expiresAt its end; empty: it has none
  public record Wish(
      String name,
      OcraSuite suite,
      Optional<OtpSecret> secret,
      Optional<String> pin,
      long counter,
      Optional<String> serial,
      String source,
      Optional<Instant> expiresAt) {
    public Wish {
      if (pin.isPresent() != suite.pinHash().isPresent()) {
        throw new IllegalArgumentException("a PIN goes with a suite that has one");
      }
      if (!isServed(suite)) {
        throw new IllegalArgumentException("the suite cannot be served");
      }
    }

    /// Whether this server has all that the suite computes from: no session data, which is agreed
    /// between a device and a server that are connected, and a time step that moves.
    public static boolean isServed(OcraSuite suite) {
      return suite.sessionBytes().isEmpty()
          && suite.timeStep().filter(step -> step.isZero()).isEmpty();
    }

    @Override
    public String toString() {
      return "Wish[" + suite + "]";
    }
  }

  /// What became of it.
  public sealed interface Outcome {
    /// It waits for the answer to its first question.
    ///
    /// @param made the secret, where the server made it, to be shown this once
    record Begun(
        FactorId id,
        Optional<OtpSecret> made,
        UUID challenge,
        String question,
        Instant questionUntil,
        Instant until)
        implements Outcome {}

    /// The user has as many factors as allowed.
    record TooMany(int most) implements Outcome {}
  }

  /// Writes a pending device and puts its first question.
  public Outcome begin(TenantId tenant, User user, Wish wish, By by) {
    Optional<OtpSecret> made =
        wish.secret().isPresent()
            ? Optional.empty()
            : Optional.of(
                OtpSecret.generate(random, wish.suite().algorithm().lengthBytes() * Byte.SIZE));
    OcraKey key = OcraKey.of(wish.suite(), wish.secret().or(() -> made).orElseThrow(), wish.pin());
    return transaction.execute(_ ->
        switch (bindings.begin(tenant, user, asked(wish, key), by)) {
          case BindOutcome.Begun(FactorId id, Instant until) -> {
            OcraChallenge first = challenges.first(tenant, user.id(), id, wish.suite());
            yield new Outcome.Begun(
                id, made, first.id(), first.question(), first.expiresAt(), until);
          }
          case BindOutcome.TooMany(int most) -> new Outcome.TooMany(most);
          case BindOutcome.Bound bound -> throw new IllegalStateException("begun, not " + bound);
        });
  }

  /// What is kept of a device beside its secret.
  public static Parameters parameters(OcraSuite suite) {
    return Parameters.NONE.with(OcraDevice.SUITE, suite);
  }

  private static NewFactor asked(Wish wish, OcraKey key) {
    Parameters parameters = parameters(wish.suite());
    return new NewFactor(
        FactorKind.OCRA,
        wish.name(),
        wish.source(),
        Optional.of(key.bytes()),
        wish.serial().map(serial -> parameters.with("serial", serial)).orElse(parameters),
        wish.counter(),
        wish.expiresAt());
  }
}
