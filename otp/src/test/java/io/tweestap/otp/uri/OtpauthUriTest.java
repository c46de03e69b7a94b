package io.tweestap.otp.uri;

import static io.tweestap.otp.InvalidOtpInput.Reason.COUNTER;
import static io.tweestap.otp.InvalidOtpInput.Reason.DIGITS;
import static io.tweestap.otp.InvalidOtpInput.Reason.TIME_STEP;
import static io.tweestap.otp.InvalidOtpInput.Reason.URI_LABEL;
import static io.tweestap.otp.InvalidOtpInput.Reason.URI_SYNTAX;
import static io.tweestap.otp.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.otp.Algorithm;
import io.tweestap.otp.Hotp;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.Totp;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtpauthUriTest {
  private static final OtpSecret SHORT = OtpSecret.ofBase32("JBSWY3DPEHPK3PXP");
  private static final OtpSecret SECRET = OtpSecret.ofBase32("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

  @ParameterizedTest
  @CsvFileSource(resources = "written.csv", delimiter = '|', numLinesToSkip = 1)
  @DisplayName("URI-1 to URI-6 totp URIs are written as every app reads them")
  void totpUrisAreWritten(
      String issuer,
      String account,
      String secret,
      Algorithm algorithm,
      int digits,
      int period,
      String expected) {
    Totp totp = new Totp(algorithm, digits, Duration.ofSeconds(period));
    OtpauthUri uri =
        OtpauthUri.of(OtpauthLabel.of(issuer, account), OtpSecret.ofBase32(secret), totp);
    assertThat(uri.toUri()).isEqualTo(expected);
    assertThat(OtpauthUri.parse(expected)).isEqualTo(uri);
  }

  @Test
  @DisplayName("URI-6 a hotp URI always has its counter")
  void hotpUriAlwaysHasItsCounter() {
    OtpauthUri uri = OtpauthUri.of(OtpauthLabel.of("Example", "bob"), SECRET, Hotp.standard(), 0);
    assertThat(uri.toUri())
        .isEqualTo(
            "otpauth://hotp/Example:bob?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Example&algorithm=SHA1&digits=6&counter=0");
    assertThat(OtpauthUri.parse(uri.toUri())).isEqualTo(uri);
  }

  @Test
  @DisplayName("URI-3 the issuer parameter may be the login domain")
  void issuerParameterMayBeTheLoginDomain() {
    OtpauthLabel label = OtpauthLabel.of("Example", "alice").withIssuerParameter("example.com");
    assertThat(OtpauthUri.of(label, SHORT, Totp.standard()).toUri())
        .isEqualTo(
            "otpauth://totp/Example:alice?secret=JBSWY3DPEHPK3PXP"
                + "&issuer=example.com&algorithm=SHA1&digits=6&period=30");
  }

  @Test
  @DisplayName("URI-4 the secret has no padding, URI-5 a space is never a plus")
  void secretHasNoPaddingAndASpaceIsNeverAPlus() {
    OtpSecret odd = OtpSecret.of(new byte[17]);
    String uri = OtpauthUri.of(OtpauthLabel.of("A B", "c d"), odd, Totp.standard()).toUri();
    assertThat(uri)
        .isEqualTo(
            "otpauth://totp/A%20B:c%20d?secret="
                + "A".repeat(28)
                + "&issuer=A%20B&algorithm=SHA1&digits=6&period=30");
  }

  @ParameterizedTest
  @CsvSource({"SHA1,SHA1", "SHA256,SHA256", "SHA512,SHA512"})
  @DisplayName("URI-6 algorithms are written without a hyphen")
  void algorithmsAreWrittenWithoutAHyphen(Algorithm algorithm, String written) {
    Totp totp = new Totp(algorithm, 8, Duration.ofSeconds(30));
    assertThat(OtpauthUri.of(OtpauthLabel.of("A", "b"), SECRET, totp).toUri())
        .contains("&algorithm=" + written + "&digits=8&");
  }

  @Test
  @DisplayName("URI-6 seven digits are not written")
  void sevenDigitsAreNotWritten() {
    Totp seven = new Totp(Algorithm.SHA1, 7, Duration.ofSeconds(30));
    OtpauthUri uri = OtpauthUri.of(OtpauthLabel.of("A", "b"), SECRET, seven);
    assertRefused(DIGITS, uri::toUri);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:b", ":", "a\nb", "\u0000", "a\u007f", "\u0085", "\ud800", "x\udc00"})
  @DisplayName("URI-2 colon and control characters are refused in either part")
  void colonAndControlCharactersAreRefused(String part) {
    assertRefused(URI_LABEL, () -> OtpauthLabel.of(part, "alice"));
    assertRefused(URI_LABEL, () -> OtpauthLabel.of("Example", part));
    assertRefused(URI_LABEL, () -> OtpauthLabel.of("E", "a").withIssuerParameter(part));
  }

  @Test
  @DisplayName("URI-2 URI-3 account and issuer must be there")
  void accountAndIssuerMustBeThere() {
    assertRefused(URI_LABEL, () -> OtpauthLabel.of("Example", ""));
    assertRefused(URI_LABEL, () -> OtpauthLabel.of("Example", "  "));
    OtpauthLabel noPrefix = new OtpauthLabel("", "example.com", "alice");
    OtpauthLabel noIssuer = new OtpauthLabel("Example", " ", "alice");
    assertRefused(URI_LABEL, () -> OtpauthUri.of(noPrefix, SECRET, Totp.standard()).toUri());
    assertRefused(URI_LABEL, () -> OtpauthUri.of(noIssuer, SECRET, Totp.standard()).toUri());
  }

  @Test
  void longestUriIsBounded() {
    OtpauthLabel fits = OtpauthLabel.of("E", "a".repeat(1_000));
    assertThat(OtpauthUri.of(fits, SECRET, Totp.standard()).toUri()).hasSizeLessThan(2_048);
    OtpauthUri exact = padded(0);
    int room = OtpauthUri.MAX_LENGTH - exact.toUri().length();
    assertThat(padded(room).toUri()).hasSize(OtpauthUri.MAX_LENGTH);
    assertThat(OtpauthUri.parse(padded(room).toUri())).isEqualTo(padded(room));
    assertRefused(URI_SYNTAX, () -> padded(room + 1).toUri());
  }

  private static OtpauthUri padded(int more) {
    return OtpauthUri.of(OtpauthLabel.of("E", "a" + "b".repeat(more)), SECRET, Totp.standard());
  }

  @Test
  void numbersAreBounded() {
    OtpauthLabel label = OtpauthLabel.of("E", "a");
    Moving time = new Moving.ByTime(Duration.ofSeconds(120));
    assertRefused(DIGITS, () -> new OtpauthUri(label, SECRET, Algorithm.SHA1, 5, time));
    assertRefused(DIGITS, () -> new OtpauthUri(label, SECRET, Algorithm.SHA1, 9, time));
    assertRefused(TIME_STEP, () -> new Moving.ByTime(Duration.ZERO));
    assertRefused(TIME_STEP, () -> new Moving.ByTime(Duration.ofSeconds(-1)));
    assertRefused(TIME_STEP, () -> new Moving.ByTime(Duration.ofMillis(1_500)));
    assertRefused(TIME_STEP, () -> new Moving.ByTime(Duration.ofSeconds(121)));
    assertRefused(COUNTER, () -> new Moving.ByCounter(-1));
    assertRefused(COUNTER, () -> new Moving.ByCounter(Long.MAX_VALUE));
    assertThat(new Moving.ByCounter(Hotp.MAX_COUNTER).counter()).isEqualTo(Hotp.MAX_COUNTER);
  }

  @Test
  void textFormDoesNotShowTheSecret() {
    OtpauthUri uri = OtpauthUri.of(OtpauthLabel.of("E", "a"), SHORT, Totp.standard());
    assertThat(uri.toString()).contains("OtpSecret(10 bytes)").doesNotContain("JBSWY3DP");
  }

  @ParameterizedTest
  @CsvSource({"&", "?", "#", "%", "+", "/"})
  @DisplayName("URI-10 risky characters in the issuer are pointed out")
  void riskyCharactersInTheIssuerArePointedOut(String character) {
    OtpauthUri risky = totp(OtpauthLabel.of("A" + character + "B", "c"));
    assertThat(risky.advice()).containsExactly(OtpauthAdvice.RISKY_ISSUER);
    assertThat(OtpauthUri.parse(risky.toUri())).isEqualTo(risky);
    assertThat(totp(OtpauthLabel.of("AB", "c").withIssuerParameter("A" + character)).advice())
        .containsExactly(OtpauthAdvice.RISKY_ISSUER);
    assertThat(totp(OtpauthLabel.of("AB", "c" + character)).advice()).isEmpty();
  }

  @Test
  @DisplayName("URI-11 names above 64 octets are pointed out")
  void longNamesArePointedOut() {
    assertThat(totp(OtpauthLabel.of("é", "a".repeat(61))).advice()).isEmpty();
    assertThat(totp(OtpauthLabel.of("é", "a".repeat(62))).advice())
        .containsExactly(OtpauthAdvice.LONG_NAME);
    Totp minute = new Totp(Algorithm.SHA1, 6, Duration.ofSeconds(60));
    assertThat(OtpauthUri.of(OtpauthLabel.of("é", "a".repeat(58)), SECRET, minute).advice())
        .containsExactly(OtpauthAdvice.UNUSUAL_PROFILE);
    assertThat(OtpauthUri.of(OtpauthLabel.of("é", "a".repeat(59)), SECRET, minute).advice())
        .containsExactly(OtpauthAdvice.UNUSUAL_PROFILE, OtpauthAdvice.LONG_NAME);
  }

  @Test
  @DisplayName("URI-7 anything but SHA1, 6 digits and 30 seconds is pointed out")
  void unusualProfilesArePointedOut() {
    OtpauthLabel label = OtpauthLabel.of("E", "a");
    Duration usual = Duration.ofSeconds(30);
    Totp sha256 = new Totp(Algorithm.SHA256, 6, usual);
    Totp eight = new Totp(Algorithm.SHA1, 8, usual);
    assertThat(OtpauthUri.of(label, SECRET, sha256).advice())
        .containsExactly(OtpauthAdvice.UNUSUAL_PROFILE);
    assertThat(OtpauthUri.of(label, SECRET, eight).advice())
        .containsExactly(OtpauthAdvice.UNUSUAL_PROFILE);
    assertThat(OtpauthUri.of(label, SECRET, Hotp.standard(), 7).advice()).isEmpty();
    assertThat(OtpauthUri.of(label, SHORT, Totp.standard()).advice())
        .containsExactly(OtpauthAdvice.SHORT_SECRET);
    assertThat(OtpauthUri.of(label, OtpSecret.of(new byte[16]), Totp.standard()).advice())
        .isEmpty();
  }

  private static OtpauthUri totp(OtpauthLabel label) {
    return OtpauthUri.of(label, SECRET, Totp.standard());
  }
}
