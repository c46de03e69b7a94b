package io.tweestap.factor.phone;

import io.tweestap.factor.By;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.bind.BindOutcome;
import io.tweestap.factor.bind.Bindings;
import io.tweestap.factor.bind.NewFactor;
import io.tweestap.factor.phone.PhoneChallengeRows.Ask;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes phones that wait for their first code.
@Component
class PendingPhones {
  private final PhoneLineRows lines;
  private final PhoneChallengeRows challenges;
  private final Bindings bindings;
  private final TransactionTemplate transaction;
  private final Clock clock;

  PendingPhones(
      PhoneLineRows lines,
      PhoneChallengeRows challenges,
      Bindings bindings,
      TransactionTemplate transaction,
      Clock clock) {
    this.lines = lines;
    this.challenges = challenges;
    this.bindings = bindings;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// What was written.
  sealed interface Written {
    record Begun(FactorId id, Instant until) implements Written {}

    record NumberTaken() implements Written {}

    record TooMany(int most) implements Written {}
  }

  /// Whether as many other users as allowed have the number.
  boolean isTaken(TenantId tenant, User user, PhoneNumber number) {
    return lines.otherUsers(tenant, user.id(), number) >= PhoneBinding.USERS_PER_NUMBER;
  }

  /// Factor, number and code in one transaction.
  ///
  /// @param sent the verification whose code is on its way
  Written write(
      TenantId tenant, User user, PhoneBinding.Wish wish, PhoneNumber number, UUID sent, By by) {
    return transaction.execute(_ -> {
      lines.lock(tenant, number);
      if (isTaken(tenant, user, number)) {
        return new Written.NumberTaken();
      }
      return switch (bindings.begin(tenant, user, asked(wish, number), by)) {
        case BindOutcome.Begun(FactorId id, Instant until) -> {
          lines.insert(tenant, id, user.id(), number);
          challenges.insert(tenant, sent, user.id(), id, Ask.BINDING, clock.instant());
          yield new Written.Begun(id, until);
        }
        case BindOutcome.TooMany(int most) -> new Written.TooMany(most);
        case BindOutcome.Bound bound -> throw new IllegalStateException("begun, not " + bound);
      };
    });
  }

  private static NewFactor asked(PhoneBinding.Wish wish, PhoneNumber number) {
    return new NewFactor(
        FactorKind.PHONE,
        wish.name(),
        "enrolled",
        Optional.empty(),
        PhoneParameters.of(number, wish.channels()),
        0,
        wish.expiresAt());
  }
}
