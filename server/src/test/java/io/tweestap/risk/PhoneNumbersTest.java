package io.tweestap.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PhoneNumbersTest {
  private static final int LINES = 10;

  private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
  private final PhoneNumbers numbers = new PhoneNumbers();

  /// Around the examples of each type in each country, so that many of them are valid and many are
  /// not.
  @Test
  void aNumberIsOneExactlyWhereTheLibrarySaysSo() throws NumberParseException {
    int valid = 0;
    int invalid = 0;
    for (Phonenumber.PhoneNumber one : around()) {
      String text = library.format(one, PhoneNumberFormat.E164);
      Phonenumber.PhoneNumber read = library.parse(text, "NL");
      boolean wanted = isWhole(read) && library.isValidNumber(read);
      boolean found = !(numbers.judge(text, "NL", Set.of()) instanceof NumberVerdict.NotANumber);
      assertThat(found).as(text).isEqualTo(wanted);
      valid += wanted ? 1 : 0;
      invalid += wanted ? 0 : 1;
    }
    assertThat(valid).isGreaterThan(5_000);
    assertThat(invalid).isGreaterThan(1_000);
  }

  /// Not one without its area code.
  private boolean isWhole(Phonenumber.PhoneNumber number) {
    return library.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
  }

  private List<Phonenumber.PhoneNumber> around() {
    List<Phonenumber.PhoneNumber> all = new ArrayList<>();
    for (String region : library.getSupportedRegions()) {
      for (PhoneNumberType type : library.getSupportedTypesForRegion(region)) {
        Phonenumber.PhoneNumber example = library.getExampleNumberForType(region, type);
        for (int digit = 0; example != null && digit < LINES; digit++) {
          all.add(changed(example, digit));
        }
      }
    }
    return all;
  }

  /// With another second digit.
  private static Phonenumber.PhoneNumber changed(Phonenumber.PhoneNumber example, int digit) {
    String national = Long.toString(example.getNationalNumber());
    String rest = national.substring(Math.min(2, national.length()));
    return new Phonenumber.PhoneNumber()
        .mergeFrom(example)
        .setNationalNumber(Long.parseLong(national.substring(0, 1) + digit + rest));
  }
}
