package io.tweestap.risk;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import io.tweestap.shared.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Reads phone numbers as people write them and judges whether a code may go there.
@Component
public class PhoneNumbers {
  private static final int LONGEST = 40;

  /// In digits (ITU-T E.164).
  private static final int CALLING_CODE_LONGEST = 3;

  private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();

  /// Judges a number.
  ///
  /// @param text as written: international with `+`, or national in the tenant's own country
  /// @param ownCountry ISO 3166-1 alpha-2; national numbers are read in it
  /// @param allowed countries that may be sent to
  public NumberVerdict judge(String text, String ownCountry, Set<String> allowed) {
    if (text.length() > LONGEST) {
      return new NumberVerdict.NotANumber("it is longer than any phone number");
    }
    try {
      return judge(library.parse(text, ownCountry), allowed);
    } catch (NumberParseException e) {
      return new NumberVerdict.NotANumber(reason(e.getErrorType()));
    }
  }

  /// The country that a number belongs to, ISO 3166-1 alpha-2; empty where it belongs to none.
  public Optional<String> country(PhoneNumber number) {
    return onlyCountry(number.e164()).or(() -> parsedCountry(number.e164()));
  }

  /// The country that has a calling code for itself; empty where several share it. Of a message's
  /// way through the server, parsing its number once more was a tenth.
  private Optional<String> onlyCountry(String e164) {
    for (int end = 2; end <= Math.min(1 + CALLING_CODE_LONGEST, e164.length()); end++) {
      List<String> countries =
          library.getRegionCodesForCountryCode(Integer.parseInt(e164, 1, end, 10));
      if (!countries.isEmpty()) {
        return countries.size() == 1 ? Optional.of(countries.getFirst()) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Optional<String> parsedCountry(String e164) {
    try {
      return Optional.ofNullable(library.getRegionCodeForNumber(library.parse(e164, null)));
    } catch (NumberParseException _) {
      return Optional.empty();
    }
  }

  private NumberVerdict judge(Phonenumber.PhoneNumber number, Set<String> allowed) {
    String possible = possibility(number);
    if (!possible.isEmpty()) {
      return new NumberVerdict.NotANumber(possible);
    }
    String country = library.getRegionCodeForNumber(number);
    PhoneNumberType type = library.getNumberType(number);
    // Says the same as isValidNumber, which would look through all types once more.
    if (country == null || type == PhoneNumberType.UNKNOWN) {
      return new NumberVerdict.NotANumber("no operator has such a number");
    }
    if (type == PhoneNumberType.PREMIUM_RATE || type == PhoneNumberType.SHARED_COST) {
      return new NumberVerdict.Costly(
          type == PhoneNumberType.PREMIUM_RATE ? "premium rate" : "shared cost");
    }
    if (!allowed.contains(country)) {
      return new NumberVerdict.CountryNotAllowed(country);
    }
    String e164 = library.format(number, PhoneNumberFormat.E164);
    return new NumberVerdict.Usable(new PhoneNumber(e164), country);
  }

  private String possibility(Phonenumber.PhoneNumber number) {
    return switch (library.isPossibleNumberWithReason(number)) {
      case IS_POSSIBLE -> "";
      case IS_POSSIBLE_LOCAL_ONLY -> "the area code is missing";
      case INVALID_COUNTRY_CODE -> "the country code does not exist";
      case TOO_SHORT -> "it is too short";
      case TOO_LONG -> "it is too long";
      case INVALID_LENGTH -> "it does not have the length of a number in its country";
    };
  }

  private static String reason(NumberParseException.ErrorType type) {
    return switch (type) {
      case INVALID_COUNTRY_CODE -> "the country code is missing or does not exist";
      case NOT_A_NUMBER -> "it is not a phone number";
      case TOO_SHORT_AFTER_IDD -> "nothing follows the international prefix";
      case TOO_SHORT_NSN -> "it is too short";
      case TOO_LONG -> "it is too long";
    };
  }
}
