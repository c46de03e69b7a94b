package io.tweestap.factor.ocra;

import io.tweestap.factor.By;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.token.AssignOutcome;
import io.tweestap.factor.token.Tokens;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.ocra.OcraSuite;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// Binds challenge-response devices that are in stock: the first question is put at once, and its
/// right answer makes the device the user's (OTP-18).
@Service
public class OcraTokens {
  private final Tokens tokens;
  private final OcraChallenges challenges;
  private final TransactionTemplate transaction;

  OcraTokens(Tokens tokens, OcraChallenges challenges, TransactionTemplate transaction) {
    this.tokens = tokens;
    this.challenges = challenges;
    this.transaction = transaction;
  }

  /// Whom a device is for.
  ///
  /// @param name what the user will call it
  /// @param pin as the user types it into the device; with a suite that has one, and only with it
  /// @param expiresAt its end; empty: it has none
  public record Wish(
      String serial, String name, Optional<String> pin, Optional<Instant> expiresAt) {
    @Override
    public String toString() {
      return "Wish[" + serial + "]";
    }
  }

  /// What became of it.
  public sealed interface Outcome {
    /// It waits for the answer to its first question.
    record Begun(FactorId id, UUID challenge, String question, Instant questionUntil)
        implements Outcome {}

    /// It was not given.
    ///
    /// @param why anything but [AssignOutcome.Begun]
    record Refused(AssignOutcome why) implements Outcome {}

    /// The device's suite has a PIN and none was named, or the other way round.
    record WrongPin(boolean needed) implements Outcome {}
  }

  /// Gives a device in stock to a user, and puts its first question.
  public Outcome begin(TenantId tenant, User user, Wish wish, By by) {
    Optional<OcraSuite> suite =
        tokens
            .find(tenant, FactorKind.OCRA, wish.serial())
            .map(token -> OcraDevice.suiteOf(token.parameters()));
    if (suite.isEmpty()) {
      return new Outcome.Refused(new AssignOutcome.Unknown());
    }
    boolean needed = suite.get().pinHash().isPresent();
    return needed == wish.pin().isPresent()
        ? transaction.execute(status -> give(tenant, user, wish, suite.get(), by, status))
        : new Outcome.WrongPin(needed);
  }

  private Outcome give(
      TenantId tenant, User user, Wish wish, OcraSuite suite, By by, TransactionStatus status) {
    Tokens.Wish asked =
        new Tokens.Wish(
            FactorKind.OCRA,
            wish.serial(),
            wish.name(),
            wish.expiresAt(),
            seed -> OcraKey.of(suite, OtpSecret.of(seed), wish.pin()).bytes());
    AssignOutcome outcome = tokens.assign(tenant, user, asked, by);
    return switch (outcome) {
      case AssignOutcome.Begun(FactorId id) -> {
        OcraChallenge first = challenges.first(tenant, user.id(), id, suite);
        yield new Outcome.Begun(id, first.id(), first.question(), first.expiresAt());
      }
      case AssignOutcome.Unknown _, AssignOutcome.NotInStock _, AssignOutcome.TooMany _ -> {
        status.setRollbackOnly();
        yield new Outcome.Refused(outcome);
      }
    };
  }
}
