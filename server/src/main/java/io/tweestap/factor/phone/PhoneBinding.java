package io.tweestap.factor.phone;

import io.tweestap.factor.By;
import io.tweestap.factor.FactorId;
import io.tweestap.risk.NumberVerdict;
import io.tweestap.risk.PhoneNumbers;
import io.tweestap.shared.Channel;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.TenantSettings;
import io.tweestap.tenant.Tenants;
import io.tweestap.user.User;
import io.tweestap.verification.NewVerification;
import io.tweestap.verification.Purpose;
import io.tweestap.verification.StartOutcome;
import io.tweestap.verification.Verification;
import io.tweestap.verification.Verifications;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Binds a phone: a code goes to the number, and typing it makes the phone a factor (OOB-10).
@Service
public class PhoneBinding {
  /// How many users of a tenant may share one number (BND-8).
  public static final int USERS_PER_NUMBER = 5;

  private final PhoneNumbers numbers;
  private final Tenants tenants;
  private final Verifications verifications;
  private final PendingPhones pending;

  PhoneBinding(
      PhoneNumbers numbers, Tenants tenants, Verifications verifications, PendingPhones pending) {
    this.numbers = numbers;
    this.tenants = tenants;
    this.verifications = verifications;
    this.pending = pending;
  }

  /// A phone that is to be bound.
  ///
  /// @param name what the user calls it
  /// @param number as the user wrote it
  /// @param channels SMS, call, or both, in the order of trying
  /// @param expiresAt its end; empty: it has none
  public record Wish(
      String name, String number, List<Channel> channels, Optional<Instant> expiresAt) {
    public Wish {
      channels = List.copyOf(channels);
      if (channels.isEmpty() || !channels.stream().allMatch(Channel::isPhone)) {
        throw new IllegalArgumentException("a phone has channels of a phone");
      }
    }

    @Override
    public String toString() {
      return "Wish[" + channels + "]";
    }
  }

  /// What became of it.
  public sealed interface Outcome {
    /// A code is on its way.
    ///
    /// @param until when the pending phone is given up
    record Begun(FactorId id, Verification sent, Instant until) implements Outcome {}

    /// No code was sent, for the same reasons as everywhere.
    record NotSent(StartOutcome reason) implements Outcome {}

    /// The number is a factor of as many users as allowed.
    record NumberTaken() implements Outcome {}

    /// The user has as many factors as allowed.
    record TooMany(int most) implements Outcome {}
  }

  /// Sends a code and writes a pending phone. Not inside a transaction.
  public Outcome begin(TenantId tenant, User user, Wish wish, By by) {
    TenantSettings settings = tenants.get(tenant).settings();
    return switch (judge(wish.number(), settings)) {
      case NumberVerdict.Usable(PhoneNumber number, String _) ->
          send(tenant, user, wish, number, by);
      case NumberVerdict.NotANumber(String reason) ->
          new Outcome.NotSent(new StartOutcome.InvalidNumber(reason));
      case NumberVerdict.Costly(String kind) ->
          new Outcome.NotSent(new StartOutcome.CostlyNumber(kind));
      case NumberVerdict.CountryNotAllowed(String country) ->
          new Outcome.NotSent(new StartOutcome.CountryNotAllowed(country));
    };
  }

  private NumberVerdict judge(String text, TenantSettings settings) {
    return settings.testNumbers().containsKey(text)
        ? new NumberVerdict.Usable(new PhoneNumber(text), settings.country())
        : numbers.judge(text, settings.country(), settings.allowedCountries());
  }

  private Outcome send(TenantId tenant, User user, Wish wish, PhoneNumber number, By by) {
    if (pending.isTaken(tenant, user, number)) {
      return new Outcome.NumberTaken();
    }
    StartOutcome started = start(tenant, user, wish, number, by);
    if (!(started instanceof StartOutcome.Started(Verification sent, int _, _))) {
      return new Outcome.NotSent(started);
    }
    PendingPhones.Written written = pending.write(tenant, user, wish, number, sent.id(), by);
    return switch (written) {
      case PendingPhones.Written.Begun(FactorId id, Instant until) ->
          new Outcome.Begun(id, sent, until);
      case PendingPhones.Written.NumberTaken() -> {
        verifications.cancel(tenant, sent.id());
        yield new Outcome.NumberTaken();
      }
      case PendingPhones.Written.TooMany(int most) -> {
        verifications.cancel(tenant, sent.id());
        yield new Outcome.TooMany(most);
      }
    };
  }

  private StartOutcome start(TenantId tenant, User user, Wish wish, PhoneNumber number, By by) {
    StartOutcome last = new StartOutcome.ChannelNotAvailable(wish.channels().getFirst());
    for (Channel channel : wish.channels()) {
      last = verifications.start(tenant, code(user, number, channel, by));
      if (!(last instanceof StartOutcome.ChannelNotAvailable)) {
        return last;
      }
    }
    return last;
  }

  private static NewVerification code(User user, PhoneNumber number, Channel channel, By by) {
    return new NewVerification(
        number.e164(),
        channel,
        Purpose.BINDING,
        Optional.of(user.locale()),
        NewVerification.CODE_LENGTH_DEFAULT,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        by.sourceIp(),
        Map.of());
  }
}
