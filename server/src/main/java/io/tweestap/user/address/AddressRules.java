package io.tweestap.user.address;

import io.tweestap.risk.NumberVerdict;
import io.tweestap.risk.PhoneNumbers;
import io.tweestap.shared.EmailAddress;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.tenant.TenantSettings;
import org.springframework.stereotype.Component;

/// Judges addresses as people write them.
@Component
public class AddressRules {
  private final PhoneNumbers numbers;

  AddressRules(PhoneNumbers numbers) {
    this.numbers = numbers;
  }

  /// Judges an address.
  ///
  /// @param text a mail address, or a number as [PhoneNumbers#judge] reads it
  public AddressVerdict judge(AddressKind kind, String text, TenantSettings settings) {
    if (text.indexOf('*') >= 0) {
      return new AddressVerdict.Masked();
    }
    return kind == AddressKind.EMAIL ? mail(text) : number(text, settings);
  }

  private static AddressVerdict mail(String text) {
    try {
      return new AddressVerdict.Usable(NewAddress.of(new EmailAddress(text)));
    } catch (IllegalArgumentException _) {
      return new AddressVerdict.NotMail();
    }
  }

  private AddressVerdict number(String text, TenantSettings settings) {
    if (settings.testNumbers().containsKey(text)) {
      return new AddressVerdict.Usable(NewAddress.of(new PhoneNumber(text)));
    }
    return switch (numbers.judge(text, settings.country(), settings.allowedCountries())) {
      case NumberVerdict.Usable(PhoneNumber number, _) ->
          new AddressVerdict.Usable(NewAddress.of(number));
      case NumberVerdict.NotANumber(String reason) -> new AddressVerdict.NotANumber(reason);
      case NumberVerdict.Costly(String kind) -> new AddressVerdict.Costly(kind);
      case NumberVerdict.CountryNotAllowed(String country) ->
          new AddressVerdict.CountryNotAllowed(country);
    };
  }
}
