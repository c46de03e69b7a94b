package io.tweestap.otp.uri;

import static io.tweestap.otp.InvalidOtpInput.Reason.URI_SYNTAX;
import static io.tweestap.otp.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tweestap.otp.Algorithm;
import io.tweestap.otp.Hotp;
import io.tweestap.otp.InvalidOtpInput;
import io.tweestap.otp.Malformed;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.Totp;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("URI-9 otpauth URIs are read as apps read them")
class OtpauthParseTest {
  private static final OtpSecret SECRET = OtpSecret.ofBase32("JBSWY3DPEHPK3PXP");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          otpauth://totp/Example%20Issuer%3A%20alice@example.com?secret=JBSWY3DPEHPK3PXP|Example Issuer|Example Issuer|alice@example.com
          otpauth://totp/Example:%20%20alice?secret=JBSWY3DPEHPK3PXP|Example|Example|alice
          otpauth://totp/Example:   alice?secret=JBSWY3DPEHPK3PXP|Example|Example|alice
          OTPAUTH://TOTP/alice?secret=jbswy3dpehpk3pxp&issuer=example.com|''|example.com|alice
          otpauth://totp/Example:alice?secret=JBSWY3DPEHPK3PXP&issuer=example.com|Example|example.com|alice
          otpauth://totp/alice?secret=JBSWY3DPEHPK3PXP|''|''|alice
          otpauth://totp/:alice?secret=JBSWY3DPEHPK3PXP|''|''|alice
          otpauth://totp/a/b?secret=JBSW%20Y3DP-EHPK3PXP|''|''|a/b
          otpauth://totp/a+b?secret=JBSWY3DPEHPK3PXP&issuer=C+D|''|C+D|a+b
          otpauth://totp/é%C3%A9?SECRET=JBSWY3DPEHPK3PXP&Issuer=É|''|É|éé
          otpauth://totp/%F0%9F%98%80😀%41?secret=JBSWY3DPEHPK3PXP&&image=x&flag|''|''|😀😀A
          """)
  void labelsAreRead(String uri, String prefix, String issuer, String account) {
    OtpauthUri parsed = OtpauthUri.parse(uri);
    assertThat(parsed)
        .isEqualTo(
            OtpauthUri.of(new OtpauthLabel(prefix, issuer, account), SECRET, Totp.standard()));
  }

  @Test
  void everyParameterIsRead() {
    OtpauthUri parsed =
        OtpauthUri.parse("otpauth://totp/a?period=120&digits=7&algorithm=sha512&secret=MY======");
    assertThat(parsed.algorithm()).isEqualTo(Algorithm.SHA512);
    assertThat(parsed.digits()).isEqualTo(7);
    assertThat(parsed.moving()).isEqualTo(new Moving.ByTime(Duration.ofSeconds(120)));
    assertThat(parsed.secret()).isEqualTo(OtpSecret.of(new byte[] {'f'}));
    assertThat(OtpauthUri.parse("otpauth://hotp/a?secret=MY&counter=9223372036854775806").moving())
        .isEqualTo(new Moving.ByCounter(Hotp.MAX_COUNTER));
    assertThat(OtpauthUri.parse("otpauth://hotp/a?secret=MY&counter=0&period=x").moving())
        .isEqualTo(new Moving.ByCounter(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          otpauth://hotp/Example:alice?secret=JBSWY3DPEHPK3PXP|URI_COUNTER_MISSING|counter missing
          otpauth://hotp/Example:alice?secret=JBSWY3DPEHPK3PXP&counter=|URI_COUNTER_MISSING|counter
          otpauth://totp/Example:alice?issuer=Example|URI_SECRET_MISSING|secret missing
          otpauth://totp/Example:alice|URI_SECRET_MISSING|secret missing
          otpauth://totp/Example:alice?secret=|URI_SECRET_MISSING|secret missing
          otpauth://totp/Example:alice?secret|URI_SECRET_MISSING|secret missing
          otpauth://totp/alice?secret=-|SECRET_LENGTH|octets
          otpauth://totp/Example:alice?secret=JBSWY3DPEHPK3PXP&secret=GEZDGNBV|URI_DOUBLED|duplicate parameter
          otpauth://totp/Example:alice?secret=JBSWY3DPEHPK3PXP&Secret=GEZDGNBV|URI_DOUBLED|duplicate parameter
          otpauth://totp/a?secret=MY&issuer=a&issuer=a|URI_DOUBLED|duplicate
          otpauth://totp/A:B:C?secret=JBSWY3DPEHPK3PXP|URI_LABEL|colon inside account
          otpauth://totp/A%3AB:C?secret=JBSWY3DPEHPK3PXP|URI_LABEL|colon inside account
          otpauth://totp/a?secret=MY&issuer=A:B|URI_LABEL|colon inside issuer
          otpauth://totp/?secret=MY|URI_LABEL|account
          otpauth://totp/Example:?secret=MY|URI_LABEL|account
          otpauth://totp/Example:%20?secret=MY|URI_LABEL|account
          otpauth://totp/a%00b?secret=MY|URI_LABEL|forbidden
          otpauth://totp/alice?secret=JBSWY3DPEHPK3PX1|BASE32_CHARACTER|bad Base32 character 1
          otpauth://totp/alice?secret=JBS+WY3D|BASE32_CHARACTER|bad Base32 character +
          otpauth://totp/alice?secret=JBSWY3DPEHPK3PXP&algorithm=MD5|URI_ALGORITHM|unsupported algorithm
          otpauth://totp/alice?secret=JBSWY3DPEHPK3PXP&algorithm=SHA-1|URI_ALGORITHM|unsupported algorithm
          otpauth://totp/alice?secret=JBSWY3DPEHPK3PXP&algorithm=|URI_ALGORITHM|unsupported algorithm
          otpauth://totp/alice?secret=JBSWY3DPEHPK3PXP&period=0|TIME_STEP|period
          otpauth://totp/alice?secret=JBSWY3DPEHPK3PXP&period=121|TIME_STEP|period
          otpauth://totp/alice?secret=JBSWY3DPEHPK3PXP&period=1001|TIME_STEP|number
          otpauth://totp/alice?secret=JBSWY3DPEHPK3PXP&period=-30|TIME_STEP|number
          otpauth://totp/alice?secret=JBSWY3DPEHPK3PXP&period=|TIME_STEP|number
          otpauth://totp/alice?secret=JBSWY3DPEHPK3PXP&digits=99|DIGITS|digits
          otpauth://totp/alice?secret=JBSWY3DPEHPK3PXP&digits=5|DIGITS|digits
          otpauth://totp/alice?secret=JBSWY3DPEHPK3PXP&digits=9|DIGITS|digits
          otpauth://totp/alice?secret=JBSWY3DPEHPK3PXP&digits=4294967302|DIGITS|number
          otpauth://totp/alice?secret=JBSWY3DPEHPK3PXP&digits=٦|DIGITS|number
          otpauth://hotp/alice?secret=JBSWY3DPEHPK3PXP&counter=-1|COUNTER|number
          otpauth://hotp/alice?secret=JBSWY3DPEHPK3PXP&counter=9223372036854775807|COUNTER|number
          otpauth://hotp/alice?secret=JBSWY3DPEHPK3PXP&counter=99999999999999999999|COUNTER|number
          otpauth://steam/alice?secret=JBSWY3DPEHPK3PXP|URI_TYPE|totp or hotp
          otpauth:///alice?secret=JBSWY3DPEHPK3PXP|URI_TYPE|totp or hotp
          otpauth://totp?secret=JBSWY3DPEHPK3PXP|URI_SYNTAX|otpauth
          otpauth://totp?secret=MY&issuer=a/b|URI_SYNTAX|otpauth
          otpauth:/totp/alice?secret=JBSWY3DPEHPK3PXP|URI_SYNTAX|otpauth
          https://totp/alice?secret=JBSWY3DPEHPK3PXP|URI_SYNTAX|otpauth
          otpauth-migration://offline?data=x|URI_SYNTAX|otpauth
          ''|URI_SYNTAX|otpauth
          otpauth://totp/alice?secret=MY#x|URI_SYNTAX|fragment
          otpauth://totp/ali%ce?secret=MY|URI_SYNTAX|UTF-8
          otpauth://totp/ali%?secret=MY|URI_SYNTAX|percent
          otpauth://totp/ali%4?secret=MY|URI_SYNTAX|percent
          otpauth://totp/ali%4g?secret=MY|URI_SYNTAX|percent
          otpauth://totp/ali%g4?secret=MY|URI_SYNTAX|percent
          otpauth://totp/ali%４1?secret=MY|URI_SYNTAX|percent
          otpauth://totp/%ED%A0%80?secret=MY|URI_SYNTAX|UTF-8
          otpauth://totp/%C0%AF?secret=MY|URI_SYNTAX|UTF-8
          """)
  void brokenUrisAreRefusedByName(String uri, InvalidOtpInput.Reason reason, String words) {
    assertThatThrownBy(() -> OtpauthUri.parse(uri))
        .isInstanceOfSatisfying(
            InvalidOtpInput.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "\udc00", "\ud800%41"})
  void halfASurrogatePairIsRefused(String account) {
    assertRefused(URI_SYNTAX, () -> OtpauthUri.parse("otpauth://totp/" + account + "?secret=MY"));
  }

  @Test
  void tooLongIsRefused() {
    String uri = "otpauth://totp/a?secret=MY&x=";
    String longest = uri + "y".repeat(OtpauthUri.MAX_LENGTH - uri.length());
    assertThat(OtpauthUri.parse(longest).digits()).isEqualTo(6);
    assertRefused(URI_SYNTAX, () -> OtpauthUri.parse(longest + "y"));
  }

  @Test
  void anyTokenComesBackFromItsUri() {
    Random random = new Random(9);
    for (int i = 0; i < 2_000; i++) {
      OtpauthLabel label =
          OtpauthLabel.of(text(random), text(random)).withIssuerParameter(text(random));
      byte[] octets = new byte[random.nextInt(1, 65)];
      random.nextBytes(octets);
      Moving moving =
          random.nextBoolean()
              ? new Moving.ByCounter(random.nextLong(Hotp.MAX_COUNTER))
              : new Moving.ByTime(Duration.ofSeconds(random.nextInt(1, 121)));
      Algorithm algorithm = Algorithm.values()[random.nextInt(3)];
      int digits = random.nextBoolean() ? 6 : 8;
      OtpauthUri uri = new OtpauthUri(label, OtpSecret.of(octets), algorithm, digits, moving);
      assertThat(uri.toUri()).matches("[!-~]+").doesNotContain("+");
      assertThat(OtpauthUri.parse(uri.toUri())).isEqualTo(uri);
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder("x");
    for (int i = random.nextInt(12); i > 0; i--) {
      int c = random.nextInt(4) == 0 ? random.nextInt(0x1f600, 0x1f640) : random.nextInt(32, 0x250);
      text.appendCodePoint(c == ':' || Character.isISOControl(c) ? ' ' : c);
    }
    return text.toString();
  }

  @Test
  void damagedUriGivesAResultOrTheNamedError() {
    Random random = new Random(1);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      String uri =
          Malformed.mutate(
              "otpauth://hotp/A%20B:c%3Fd@e?secret=JBSWY3DPEHPK3PXP&issuer=A%20B"
                  + "&algorithm=SHA256&digits=8&counter=12",
              random);
      read += Malformed.resultOrNamedError(uri, () -> OtpauthUri.parse(uri)) ? 1 : 0;
    }
    assertThat(read).isBetween(1_000, 19_000);
  }
}
