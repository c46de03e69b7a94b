package io.tweestap.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import io.tweestap.shared.PhoneNumber;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The short way to a number's country says what the library says.
class CountryOfNumberTest {
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private final PhoneNumbers numbers = new PhoneNumbers();

  @Test
  void ofEveryCountryAndEveryKindOfNumber() {
    Stream<Phonenumber.PhoneNumber> examples =
        Stream.concat(
                LIBRARY.getSupportedRegions().stream()
                    .flatMap(region ->
                        Stream.of(PhoneNumberType.values())
                            .map(type -> LIBRARY.getExampleNumberForType(region, type))),
                LIBRARY.getSupportedGlobalNetworkCallingCodes().stream()
                    .map(LIBRARY::getExampleNumberForNonGeoEntity))
            .filter(Objects::nonNull);
    assertThat(examples.map(one -> LIBRARY.format(one, PhoneNumberFormat.E164)))
        .filteredOn(e164 -> e164.matches("\\+[1-9][0-9]{6,14}"))
        .hasSizeGreaterThan(1_000)
        .allSatisfy(e164 ->
            assertThat(numbers.country(new PhoneNumber(e164))).isEqualTo(byTheLibrary(e164)));
  }

  @Test
  void ofNumbersDrawnAtRandom() {
    Random random = new Random(45);
    assertThat(IntStream.range(0, 5_000).mapToObj(_ -> drawn(random)))
        .allSatisfy(e164 ->
            assertThat(numbers.country(new PhoneNumber(e164))).isEqualTo(byTheLibrary(e164)));
  }

  private static String drawn(Random random) {
    StringBuilder digits = new StringBuilder("+").append(1 + random.nextInt(9));
    int length = 7 + random.nextInt(9);
    while (digits.length() < length + 1) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  private static Optional<String> byTheLibrary(String e164) {
    try {
      return Optional.ofNullable(LIBRARY.getRegionCodeForNumber(LIBRARY.parse(e164, null)));
    } catch (NumberParseException _) {
      return Optional.empty();
    }
  }
}
