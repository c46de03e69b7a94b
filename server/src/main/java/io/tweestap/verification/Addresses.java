package io.tweestap.verification;

import io.tweestap.risk.NumberVerdict;
import io.tweestap.risk.PhoneNumbers;
import io.tweestap.shared.Channel;
import io.tweestap.shared.EmailAddress;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.tenant.TenantSettings;
import org.springframework.stereotype.Component;

/// Judges the address that a code is to go to.
@Component
class Addresses {
  /// Fit for a code, or the refusal to answer with.
  sealed interface Judged {
    record Fit(Recipient recipient) implements Judged {}

    record Unfit(StartOutcome refusal) implements Judged {}
  }

  private final PhoneNumbers numbers;

  Addresses(PhoneNumbers numbers) {
    this.numbers = numbers;
  }

  Judged judge(String to, Channel channel, TenantSettings settings) {
    return channel.isPhone() ? judgeNumber(to, settings) : judgeMail(to);
  }

  private Judged judgeNumber(String to, TenantSettings settings) {
    String testCode = settings.testNumbers().get(to);
    if (testCode != null) {
      return new Judged.Fit(Recipient.ofTest(new PhoneNumber(to), testCode));
    }
    return switch (numbers.judge(to, settings.country(), settings.allowedCountries())) {
      case NumberVerdict.Usable(PhoneNumber number, _) -> new Judged.Fit(Recipient.of(number));
      case NumberVerdict.NotANumber(String reason) ->
          new Judged.Unfit(new StartOutcome.InvalidNumber(reason));
      case NumberVerdict.Costly(String kind) ->
          new Judged.Unfit(new StartOutcome.CostlyNumber(kind));
      case NumberVerdict.CountryNotAllowed(String country) ->
          new Judged.Unfit(new StartOutcome.CountryNotAllowed(country));
    };
  }

  private static Judged judgeMail(String to) {
    try {
      return new Judged.Fit(Recipient.of(new EmailAddress(to)));
    } catch (IllegalArgumentException _) {
      return new Judged.Unfit(new StartOutcome.InvalidAddress());
    }
  }
}
