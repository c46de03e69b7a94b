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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("URI-9 otpauth URIs are read as apps read them")
class OtpauthParseTest {
  private static final OtpSecret SECRET = OtpSecret.ofBase32("JBSWY3DPEHPK3PXP");

  @ParameterizedTest
  @CsvFileSource(resources = "read.csv", delimiter = '|', numLinesToSkip = 1)
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
  @CsvFileSource(resources = "refused.csv", delimiter = '|', numLinesToSkip = 1)
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
  @Tag("many-rounds")
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
