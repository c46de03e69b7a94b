package io.tweestap.otp.ocra;

import static io.tweestap.otp.InvalidOtpInput.Reason.OCRA_SUITE;
import static io.tweestap.otp.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.otp.Algorithm;
import io.tweestap.otp.Malformed;
import io.tweestap.otp.ocra.OcraSuite.QuestionFormat;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("OTP-19 OCRA suites (RFC 6287 section 6)")
class OcraSuiteTest {
  @Test
  void readsEveryPart() {
    OcraSuite suite = OcraSuite.parse("OCRA-1:HOTP-SHA512-10:C-QH64-PSHA256-S128-T20S");
    assertThat(suite.algorithm()).isEqualTo(Algorithm.SHA512);
    assertThat(suite.digits()).isEqualTo(10);
    assertThat(suite.counter()).isTrue();
    assertThat(suite.questionFormat()).isEqualTo(QuestionFormat.HEXADECIMAL);
    assertThat(suite.questionLength()).isEqualTo(64);
    assertThat(suite.pinHash()).contains(Algorithm.SHA256);
    assertThat(suite.sessionBytes()).hasValue(128);
    assertThat(suite.timeStep()).contains(Duration.ofSeconds(20));
    assertThat(suite).hasToString("OCRA-1:HOTP-SHA512-10:C-QH64-PSHA256-S128-T20S");
  }

  @Test
  void theShortestSuiteHasOnlyAQuestion() {
    OcraSuite suite = OcraSuite.parse("OCRA-1:HOTP-SHA1-0:QA04");
    assertThat(suite.algorithm()).isEqualTo(Algorithm.SHA1);
    assertThat(suite.digits()).isZero();
    assertThat(suite.counter()).isFalse();
    assertThat(suite.questionFormat()).isEqualTo(QuestionFormat.ALPHANUMERIC);
    assertThat(suite.questionLength()).isEqualTo(4);
    assertThat(suite.pinHash()).isEmpty();
    assertThat(suite.sessionBytes()).isEmpty();
    assertThat(suite.timeStep()).isEmpty();
  }

  @Test
  void everyAllowedCombinationIsRead() {
    int suites = 0;
    for (String hash : new String[] {"SHA1", "SHA256", "SHA512"}) {
      for (String digits : new String[] {"0", "4", "5", "6", "7", "8", "9", "10"}) {
        for (int length = 4; length <= 64; length++) {
          String head = "OCRA-1:HOTP-" + hash + "-" + digits;
          for (String format : new String[] {"A", "N", "H"}) {
            String question = "Q" + format + (length < 10 ? "0" : "") + length;
            assertThat(OcraSuite.parse(head + ":" + question).questionLength()).isEqualTo(length);
            assertThat(OcraSuite.parse(head + ":C-" + question + "-PSHA512-S001-T").counter())
                .isTrue();
            suites += 2;
          }
        }
      }
    }
    assertThat(suites).isEqualTo(3 * 8 * 61 * 3 * 2);
  }

  @ParameterizedTest
  @CsvSource({"S,64", "S001,1", "S064,64", "S128,128", "S256,256", "S512,512"})
  void sessionLengthIs64UnlessGiven(String part, int octets) {
    assertThat(OcraSuite.parse("OCRA-1:HOTP-SHA1-6:QN08-" + part).sessionBytes()).hasValue(octets);
  }

  @ParameterizedTest
  @CsvSource({
    "T,PT1M",
    "T1S,PT1S",
    "T9S,PT9S",
    "T10S,PT10S",
    "T59S,PT59S",
    "T1M,PT1M",
    "T59M,PT59M",
    "T0H,PT0S",
    "T1H,PT1H",
    "T9H,PT9H",
    "T39H,PT39H",
    "T40H,PT40H",
    "T48H,PT48H"
  })
  void timeStepIsOneMinuteUnlessGiven(String part, Duration step) {
    assertThat(OcraSuite.parse("OCRA-1:HOTP-SHA1-6:QN08-" + part).timeStep()).contains(step);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "OCRA-2:HOTP-SHA1-6:QN08",
        "ocra-1:HOTP-SHA1-6:QN08",
        "OCRA-1:HOTP-SHA1-6",
        "OCRA-1:HOTP-SHA1-6:",
        "OCRA-1:HOTP-SHA1:QN08",
        "OCRA-1:TOTP-SHA1-6:QN08",
        "OCRA-1:HOTP-MD5-6:QN08",
        "OCRA-1:HOTP-SHA384-6:QN08",
        "OCRA-1:HOTP-SHA1-1:QN08",
        "OCRA-1:HOTP-SHA1-3:QN08",
        "OCRA-1:HOTP-SHA1-11:QN08",
        "OCRA-1:HOTP-SHA1-06:QN08",
        "OCRA-1:HOTP-SHA1-6:QN03",
        "OCRA-1:HOTP-SHA1-6:QN65",
        "OCRA-1:HOTP-SHA1-6:QN8",
        "OCRA-1:HOTP-SHA1-6:QN008",
        "OCRA-1:HOTP-SHA1-6:QX08",
        "OCRA-1:HOTP-SHA1-6:qn08",
        "OCRA-1:HOTP-SHA1-6:C",
        "OCRA-1:HOTP-SHA1-6:QN08-C",
        "OCRA-1:HOTP-SHA1-6:C-C-QN08",
        "OCRA-1:HOTP-SHA1-6:QN08-P",
        "OCRA-1:HOTP-SHA1-6:QN08-PMD5",
        "OCRA-1:HOTP-SHA1-6:QN08-S64",
        "OCRA-1:HOTP-SHA1-6:QN08-S000",
        "OCRA-1:HOTP-SHA1-6:QN08-S513",
        "OCRA-1:HOTP-SHA1-6:QN08-S064-PSHA1",
        "OCRA-1:HOTP-SHA1-6:QN08-T1M-S064",
        "OCRA-1:HOTP-SHA1-6:QN08-T0S",
        "OCRA-1:HOTP-SHA1-6:QN08-T60S",
        "OCRA-1:HOTP-SHA1-6:QN08-T0M",
        "OCRA-1:HOTP-SHA1-6:QN08-T60M",
        "OCRA-1:HOTP-SHA1-6:QN08-T01M",
        "OCRA-1:HOTP-SHA1-6:QN08-T49H",
        "OCRA-1:HOTP-SHA1-6:QN08-T1D",
        "OCRA-1:HOTP-SHA1-6:QN08-T1",
        "OCRA-1:HOTP-SHA1-6:QN08-",
        "OCRA-1:HOTP-SHA1-6:QN08 ",
        "OCRA-1:HOTP-SHA1-6:QN08\n",
        "OCRA-1:HOTP-SHA1-6:QN0\u0668"
      })
  void anythingElseIsRefused(String text) {
    assertRefused(OCRA_SUITE, () -> OcraSuite.parse(text));
  }

  @Test
  void equalityIsByText() {
    OcraSuite suite = OcraSuite.parse("OCRA-1:HOTP-SHA1-6:QN08-S");
    assertThat(suite).isEqualTo(OcraSuite.parse("OCRA-1:HOTP-SHA1-6:QN08-S"));
    assertThat(suite).hasSameHashCodeAs(OcraSuite.parse("OCRA-1:HOTP-SHA1-6:QN08-S"));
    // The text is hashed into every response, so the long form of a default is another suite.
    assertThat(suite).isNotEqualTo(OcraSuite.parse("OCRA-1:HOTP-SHA1-6:QN08-S064"));
    assertThat(suite).isNotEqualTo(null);
  }

  @Test
  @Tag("many-rounds")
  void damagedSuiteGivesAResultOrTheNamedError() {
    Random random = new Random(19);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      String text = Malformed.mutate("OCRA-1:HOTP-SHA512-8:C-QN08-PSHA1-S064-T1M", random);
      read += Malformed.resultOrNamedError(text, () -> OcraSuite.parse(text)) ? 1 : 0;
    }
    assertThat(read).isPositive();
  }
}
