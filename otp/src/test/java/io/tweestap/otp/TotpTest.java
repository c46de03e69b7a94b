package io.tweestap.otp;

import static io.tweestap.otp.InvalidOtpInput.Reason.DIGITS;
import static io.tweestap.otp.InvalidOtpInput.Reason.TIME;
import static io.tweestap.otp.InvalidOtpInput.Reason.TIME_STEP;
import static io.tweestap.otp.InvalidOtpInput.Reason.WINDOW;
import static io.tweestap.otp.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {
  private static final OtpSecret SECRET = OtpSecret.ofBase32("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109);
  private static final long STEP = 1_111_111_109 / 30;
  private static final TotpOutcome NO_MATCH = new TotpOutcome.NoMatch();
  private final Totp totp = Totp.standard();

  @ParameterizedTest
  @CsvFileSource(resources = "totp-rfc6238.csv", numLinesToSkip = 1)
  @DisplayName("OTP-2 OTP-3 TOTP gives the vectors of RFC 6238 appendix B")
  void givesTheVectorsOfRfc6238(
      String source,
      Algorithm mode,
      String ascii,
      String keyHex,
      String base32,
      long start,
      int stepSeconds,
      long unixTime,
      Instant utc,
      String stepHex,
      int digits,
      String code,
      String six) {
    OtpSecret secret = OtpSecret.of(HexFormat.of().parseHex(keyHex));
    Duration step = Duration.ofSeconds(stepSeconds);
    Totp eight = new Totp(mode, digits, step);
    assertThat(secret).isEqualTo(OtpSecret.ofBase32(base32));
    assertThat(eight.stepAt(utc)).isEqualTo(HexFormat.fromHexDigitsToLong(stepHex));
    assertThat(eight.code(secret, Instant.ofEpochSecond(unixTime))).isEqualTo(code);
    assertThat(new Totp(mode, 6, step).code(secret, utc)).isEqualTo(six);
    assertThat(new Totp(mode, 7, step).code(secret, utc)).isEqualTo(code.substring(1));
  }

  @Test
  @DisplayName("OTP-3 a step number above 32 bit works")
  void stepNumberAbove32BitWorks() {
    Totp everySecond = new Totp(Algorithm.SHA1, 8, Duration.ofSeconds(1));
    Instant late = Instant.ofEpochSecond(20_000_000_000L);
    assertThat(everySecond.stepAt(late)).isEqualTo(20_000_000_000L);
    assertThat(everySecond.code(SECRET, late))
        .isEqualTo(new Hotp(Algorithm.SHA1, 8).code(SECRET, 20_000_000_000L))
        .isNotEqualTo(new Hotp(Algorithm.SHA1, 8).code(SECRET, 20_000_000_000L & 0xffff_ffffL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1S", "PT30S", "PT60S", "PT119S", "PT120S"})
  @DisplayName("OTP-13 steps of 1 to 120 seconds are allowed")
  void stepsUpTo120SecondsAreAllowed(Duration step) {
    assertThat(new Totp(Algorithm.SHA1, 6, step).step()).isEqualTo(step);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PT0S", "PT-1S", "PT0.999S", "PT30.5S", "PT120.000000001S", "PT121S", "P9999D"})
  @DisplayName("OTP-13 steps above 120 seconds, below one, and broken ones are refused")
  void otherStepsAreRefused(Duration step) {
    assertRefused(TIME_STEP, () -> new Totp(Algorithm.SHA1, 6, step));
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 9})
  @DisplayName("OTP-4 other digits are refused")
  void otherDigitsAreRefused(int digits) {
    assertRefused(DIGITS, () -> new Totp(Algorithm.SHA1, digits, Duration.ofSeconds(30)));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,-1", "1,0", "1,1", "10,-10", "10,10"})
  @DisplayName("OTP-9 the matched step comes back, to be spent")
  void matchedStepComesBack(int skew, int offset) {
    String code = totp.codeAtStep(SECRET, STEP + offset);
    assertThat(totp.verify(SECRET, NOW, skew, code))
        .isEqualTo(new TotpOutcome.Matched(STEP + offset, offset));
  }

  @ParameterizedTest
  @CsvSource({"0,-1", "0,1", "1,-2", "1,2", "10,-11", "10,11"})
  void stepOutsideTheWindowDoesNotFit(int skew, int offset) {
    String code = totp.codeAtStep(SECRET, STEP + offset);
    assertThat(totp.verify(SECRET, NOW, skew, code)).isEqualTo(NO_MATCH);
  }

  @Test
  void skewIsBounded() {
    assertRefused(WINDOW, () -> totp.verify(SECRET, NOW, -1, "081804"));
    assertRefused(WINDOW, () -> totp.verify(SECRET, NOW, 11, "081804"));
  }

  @Test
  @DisplayName("OTP-4 a code is a text, not a number")
  void codeIsATextNotANumber() {
    assertThat(totp.code(SECRET, NOW)).isEqualTo("081804");
    assertThat(totp.verify(SECRET, NOW, 1, "081804")).isInstanceOf(TotpOutcome.Matched.class);
    assertThat(totp.verify(SECRET, NOW, 1, "81804")).isEqualTo(NO_MATCH);
    assertThat(totp.verify(SECRET, NOW, 1, "0081804")).isEqualTo(NO_MATCH);
    assertThat(totp.verify(SECRET, NOW, 1, "\u0660\u0668\u0661\u0668\u0660\u0664"))
        .isEqualTo(NO_MATCH);
    assertThat(totp.verify(SECRET, NOW, 1, "07081804")).isEqualTo(NO_MATCH);
  }

  @Test
  void atTheEpochTheWindowIsCut() {
    Instant epoch = Instant.EPOCH;
    assertThat(totp.verify(SECRET, epoch, 1, totp.codeAtStep(SECRET, 0)))
        .isEqualTo(new TotpOutcome.Matched(0, 0));
    assertThat(totp.verify(SECRET, epoch, 10, "000000")).isEqualTo(NO_MATCH);
    assertRefused(TIME, () -> totp.stepAt(Instant.ofEpochSecond(-1)));
    assertRefused(TIME, () -> totp.code(SECRET, Instant.ofEpochSecond(-1)));
    assertRefused(TIME, () -> totp.verify(SECRET, Instant.MIN, 1, "000000"));
    assertRefused(TIME, () -> totp.codeAtStep(SECRET, -1));
    assertThat(totp.code(SECRET, Instant.MAX)).hasSize(6);
  }

  @Test
  void stepChangesExactlyAtItsBoundary() {
    assertThat(totp.stepAt(Instant.ofEpochSecond(29, 999_999_999))).isZero();
    assertThat(totp.stepAt(Instant.ofEpochSecond(30))).isOne();
  }

  @Test
  void ofTwoStepsWithOneCodeTheOlderIsTaken() {
    // The first such pair of this secret, found by trying all before it.
    long step = 910_737;
    assertThat(totp.codeAtStep(SECRET, step)).isEqualTo(totp.codeAtStep(SECRET, step + 1));
    Instant now = Instant.ofEpochSecond((step + 1) * 30);
    assertThat(totp.verify(SECRET, now, 1, totp.codeAtStep(SECRET, step)))
        .isEqualTo(new TotpOutcome.Matched(step, -1));
  }

  @Test
  void randomCodesAreFoundWhereTheyAre() {
    Random random = new Random(6238);
    for (int i = 0; i < 500; i++) {
      byte[] octets = new byte[random.nextInt(1, 100)];
      random.nextBytes(octets);
      OtpSecret secret = OtpSecret.of(octets);
      Duration step = Duration.ofSeconds(random.nextInt(1, 121));
      Totp any = new Totp(Algorithm.values()[random.nextInt(3)], 8, step);
      Instant now = Instant.ofEpochSecond(random.nextLong(10_000, 1L << 40));
      int offset = random.nextInt(-3, 4);
      Instant typedAt = now.plus(step.multipliedBy(offset));
      assertThat(any.verify(secret, now, 3, any.code(secret, typedAt)))
          .isEqualTo(new TotpOutcome.Matched(any.stepAt(now) + offset, offset));
    }
  }
}
