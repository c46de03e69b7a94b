package io.tweestap.otp;

import static io.tweestap.otp.InvalidOtpInput.Reason.CODE_COUNT;
import static io.tweestap.otp.InvalidOtpInput.Reason.COUNTER;
import static io.tweestap.otp.InvalidOtpInput.Reason.DIGITS;
import static io.tweestap.otp.InvalidOtpInput.Reason.MAC_LENGTH;
import static io.tweestap.otp.InvalidOtpInput.Reason.WINDOW;
import static io.tweestap.otp.Refusals.assertRefused;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HotpTest {
  private static final OtpSecret SECRET = OtpSecret.of("12345678901234567890".getBytes(US_ASCII));

  /// The first counter whose code is also that of the next, found by trying all before it.
  private static final long TWIN = 910_737;

  private static final HotpOutcome NO_MATCH = new HotpOutcome.NoMatch();
  private final Hotp hotp = Hotp.standard();

  @ParameterizedTest
  @CsvFileSource(resources = "hotp-rfc4226.csv", numLinesToSkip = 1)
  @DisplayName("OTP-1 HOTP gives the vectors of RFC 4226 appendix D")
  void givesTheVectorsOfRfc4226(
      String source,
      String algorithm,
      String ascii,
      String keyHex,
      long counter,
      String hmacHex,
      String truncatedHex,
      long truncated,
      String six,
      String eight) {
    OtpSecret secret = OtpSecret.of(HexFormat.of().parseHex(keyHex));
    byte[] message = ByteBuffer.allocate(8).putLong(counter).array();
    assertThat(Algorithm.SHA1.hmac(secret, message)).asHexString().isEqualToIgnoringCase(hmacHex);
    assertThat(Hotp.truncate(Algorithm.SHA1.hmac(secret, message), 10))
        .isEqualTo(String.format("%010d", truncated));
    assertThat(hotp.code(secret, counter)).isEqualTo(six);
    assertThat(new Hotp(Algorithm.SHA1, 8).code(secret, counter)).isEqualTo(eight);
  }

  @Test
  @DisplayName("OTP-4 6, 7 and 8 digits with leading zeros")
  void leadingZerosAreKept() {
    long counter = 0;
    while (!hotp.code(SECRET, counter).startsWith("00")) {
      counter++;
    }
    String six = hotp.code(SECRET, counter);
    assertThat(six).hasSize(6);
    assertThat(new Hotp(Algorithm.SHA1, 7).code(SECRET, counter)).hasSize(7).endsWith(six);
    assertThat(new Hotp(Algorithm.SHA1, 8).code(SECRET, counter)).hasSize(8).endsWith(six);
    assertThat(hotp.verify(SECRET, counter, 0, six)).isInstanceOf(HotpOutcome.Matched.class);
    assertThat(hotp.verify(SECRET, counter, 0, six.substring(1))).isEqualTo(NO_MATCH);
    assertThat(hotp.verify(SECRET, counter, 0, "0" + six)).isEqualTo(NO_MATCH);
    assertThat(hotp.verify(SECRET, counter, 0, six.replaceFirst("^0", " "))).isEqualTo(NO_MATCH);
    assertThat(hotp.verify(SECRET, counter, 0, six.replaceFirst("^0", "+"))).isEqualTo(NO_MATCH);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, 5, 9, 10})
  @DisplayName("OTP-4 other digits are refused")
  void otherDigitsAreRefused(int digits) {
    assertRefused(DIGITS, () -> new Hotp(Algorithm.SHA1, digits));
  }

  @ParameterizedTest
  @CsvSource({"0,0,755224,0", "0,3,969429,3", "3,0,969429,3", "1,2,969429,3"})
  @DisplayName("OTP-7 a code in the window moves the counter to match+1")
  void codeInTheWindowMovesTheCounter(long counter, int lookAhead, String code, long match) {
    assertThat(hotp.verify(SECRET, counter, lookAhead, code))
        .isEqualTo(new HotpOutcome.Matched(match, match + 1));
  }

  @ParameterizedTest
  @CsvSource({"0,2,969429", "4,100,969429", "0,0,287082", "0,9,000000", "0,9,''", "0,9,75522a"})
  @DisplayName("OTP-7 a code outside the window does not fit")
  void codeOutsideTheWindowDoesNotFit(long counter, int lookAhead, String code) {
    assertThat(hotp.verify(SECRET, counter, lookAhead, code)).isEqualTo(NO_MATCH);
  }

  @Test
  @DisplayName("OTP-7 the window is bounded")
  void windowIsBounded() {
    assertRefused(WINDOW, () -> hotp.verify(SECRET, 0, -1, "755224"));
    assertRefused(WINDOW, () -> hotp.verify(SECRET, 0, 101, "755224"));
    assertThat(hotp.verify(SECRET, 0, 100, hotp.code(SECRET, 100)))
        .isEqualTo(new HotpOutcome.Matched(100, 101));
  }

  @Test
  @DisplayName("OTP-7 of two counters with one code the first is taken")
  void ofTwoCountersWithOneCodeTheFirstIsTaken() {
    assertThat(hotp.code(SECRET, TWIN)).isEqualTo(hotp.code(SECRET, TWIN + 1));

    assertThat(hotp.verify(SECRET, TWIN, 1, hotp.code(SECRET, TWIN + 1)))
        .isEqualTo(new HotpOutcome.Matched(TWIN, TWIN + 1));
  }

  @Test
  void countersReachTheirEnd() {
    long max = Hotp.MAX_COUNTER;
    assertRefused(COUNTER, () -> hotp.code(SECRET, -1));
    assertRefused(COUNTER, () -> hotp.code(SECRET, Long.MAX_VALUE));
    assertRefused(COUNTER, () -> hotp.verify(SECRET, -1, 0, "755224"));
    assertRefused(COUNTER, () -> hotp.resync(SECRET, -1, 9, List.of("755224", "287082")));
    assertThat(hotp.verify(SECRET, max, 100, hotp.code(SECRET, max)))
        .isEqualTo(new HotpOutcome.Matched(max, Long.MAX_VALUE));
    assertThat(hotp.verify(SECRET, max - 1, 100, hotp.code(SECRET, max)))
        .isEqualTo(new HotpOutcome.Matched(max, Long.MAX_VALUE));
    List<String> lastTwo = List.of(hotp.code(SECRET, max - 1), hotp.code(SECRET, max));
    assertThat(hotp.resync(SECRET, max - 1, 9, lastTwo))
        .isEqualTo(new HotpOutcome.Matched(max, Long.MAX_VALUE));
    assertThat(hotp.resync(SECRET, max, 9, lastTwo)).isEqualTo(NO_MATCH);
    String beyond = hotp.code(Algorithm.SHA1.mac(SECRET), Long.MAX_VALUE);
    assertThat(hotp.resync(SECRET, max, 9, List.of(lastTwo.get(1), beyond))).isEqualTo(NO_MATCH);
    assertThat(hotp.resync(SECRET, max, 9, List.of("1", "2", "3"))).isEqualTo(NO_MATCH);
  }

  @Test
  @DisplayName("OTP-8 two or three codes in a row find a lost counter")
  void codesInARowFindALostCounter() {
    List<String> two = List.of(hotp.code(SECRET, 500), hotp.code(SECRET, 501));
    List<String> three = List.of(two.get(0), two.get(1), hotp.code(SECRET, 502));
    assertThat(hotp.resync(SECRET, 0, 500, two)).isEqualTo(new HotpOutcome.Matched(501, 502));
    assertThat(hotp.resync(SECRET, 0, 499, two)).isEqualTo(NO_MATCH);
    assertThat(hotp.resync(SECRET, 0, 500, three)).isEqualTo(new HotpOutcome.Matched(502, 503));
    assertThat(hotp.resync(SECRET, 500, 1, two)).isEqualTo(new HotpOutcome.Matched(501, 502));
    assertThat(hotp.resync(SECRET, 501, 1_000, two)).isEqualTo(NO_MATCH);
  }

  @Test
  @DisplayName("OTP-8 codes out of order or with a gap do not fit")
  void codesOutOfOrderDoNotFit() {
    String a = hotp.code(SECRET, 50);
    String b = hotp.code(SECRET, 51);
    String c = hotp.code(SECRET, 52);
    assertThat(hotp.resync(SECRET, 0, 100, List.of(b, a))).isEqualTo(NO_MATCH);
    assertThat(hotp.resync(SECRET, 0, 100, List.of(a, c))).isEqualTo(NO_MATCH);
    assertThat(hotp.resync(SECRET, 0, 100, List.of(a, b, a))).isEqualTo(NO_MATCH);
    assertThat(hotp.resync(SECRET, 0, 100, List.of(a, ""))).isEqualTo(NO_MATCH);
  }

  @Test
  @DisplayName("OTP-8 one code, four codes and a boundless window are refused")
  void resyncIsBounded() {
    List<String> two = List.of("755224", "287082");
    assertRefused(CODE_COUNT, () -> hotp.resync(SECRET, 0, 10, List.of("755224")));
    assertRefused(CODE_COUNT, () -> hotp.resync(SECRET, 0, 10, List.of("1", "2", "3", "4")));
    assertRefused(WINDOW, () -> hotp.resync(SECRET, 0, 0, two));
    assertRefused(WINDOW, () -> hotp.resync(SECRET, 0, 10_001, two));
    assertThat(hotp.resync(SECRET, 0, 10_000, two)).isEqualTo(new HotpOutcome.Matched(1, 2));
  }

  @Test
  void truncationTakes4To10DigitsOf20OctetsOrMore() {
    byte[] hmac = HexFormat.of().parseHex("1f8698690e02ca16618550ef7f19da8e945b555a");
    assertThat(Hotp.truncate(hmac, 4)).isEqualTo("2921");
    assertThat(Hotp.truncate(hmac, 6)).isEqualTo("872921");
    assertThat(Hotp.truncate(hmac, 10)).isEqualTo("1357872921");
    assertThat(Hotp.truncate(new byte[20], 10)).isEqualTo("0000000000");
    assertRefused(DIGITS, () -> Hotp.truncate(hmac, 3));
    assertRefused(DIGITS, () -> Hotp.truncate(hmac, 11));
    assertRefused(MAC_LENGTH, () -> Hotp.truncate(new byte[19], 6));
  }

  @Test
  void randomCodesAreFoundWhereTheyAre() {
    Random random = new Random(4226);
    for (int i = 0; i < 500; i++) {
      byte[] octets = new byte[random.nextInt(1, 100)];
      random.nextBytes(octets);
      OtpSecret secret = OtpSecret.of(octets);
      Hotp eight = new Hotp(Algorithm.values()[random.nextInt(3)], 8);
      long counter = random.nextLong(Hotp.MAX_COUNTER - 100);
      int ahead = random.nextInt(20);
      assertThat(eight.verify(secret, counter, 20, eight.code(secret, counter + ahead)))
          .isEqualTo(new HotpOutcome.Matched(counter + ahead, counter + ahead + 1));
    }
  }

  @Test
  @Tag("many-rounds")
  void anyTypedTextIsAnAnswerNotAnError() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      String typed = Malformed.mutate("755224", random);
      if (!typed.equals("755224")) {
        assertThat(hotp.verify(SECRET, 0, 0, typed)).isEqualTo(NO_MATCH);
      }
    }
  }
}
