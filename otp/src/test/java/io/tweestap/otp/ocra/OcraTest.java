package io.tweestap.otp.ocra;

import static io.tweestap.otp.InvalidOtpInput.Reason.OCRA_INPUT;
import static io.tweestap.otp.InvalidOtpInput.Reason.WINDOW;
import static io.tweestap.otp.Refusals.assertRefused;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.otp.Algorithm;
import io.tweestap.otp.Hotp;
import io.tweestap.otp.OtpSecret;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OcraTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final OtpSecret SECRET = OtpSecret.of("12345678901234567890".getBytes(US_ASCII));
  private static final OcraOutcome NO_MATCH = new OcraOutcome.NoMatch();

  @ParameterizedTest
  @CsvFileSource(resources = "ocra-rfc6287.csv", numLinesToSkip = 1)
  @DisplayName("OTP-20 OCRA gives the vectors of RFC 6287 appendix C")
  void givesTheVectorsOfRfc6287(
      String source,
      String mode,
      String suite,
      String keyHex,
      @Nullable Long counter,
      String question,
      @Nullable String pin,
      @Nullable String pinHashHex,
      @Nullable String sessionHex,
      @Nullable String stepHex,
      @Nullable Long unixTime,
      String expected) {
    Ocra ocra = ocra(suite);
    OtpSecret secret = OtpSecret.of(HEX.parseHex(keyHex));
    OcraInput input = question(mode, question);
    input = counter == null ? input : input.withCounter(counter);
    OcraInput byPin = pin == null ? input : input.withPin(pin);
    OcraInput byHash = pinHashHex == null ? input : input.withPinHash(HEX.parseHex(pinHashHex));
    if (unixTime != null && stepHex != null) {
      byPin = byPin.withTime(Instant.ofEpochSecond(unixTime));
      byHash = byHash.withTimeStep(HexFormat.fromHexDigitsToLong(stepHex));
    }
    assertThat(ocra.response(secret, byPin)).isEqualTo(expected);
    assertThat(ocra.response(secret, byHash)).isEqualTo(expected);
    assertThat(ocra.verify(secret, byPin, 0, 0, expected)).isInstanceOf(OcraOutcome.Matched.class);
  }

  private static OcraInput question(String mode, String question) {
    int half = question.length() / 2;
    return mode.startsWith("mutual")
        ? OcraInput.questions(question.substring(0, half), question.substring(half))
        : OcraInput.question(question);
  }

  @ParameterizedTest
  @CsvSource({
    "00000000,0",
    "1,1",
    "15,F",
    "16,10",
    "00000256,100",
    "9999999999999999999999999999999999999999999999999999999999999999,"
        + "184f03e93ff9f4daa797ed6e38ed64bf6a1f00ffffffffffffffff"
  })
  @DisplayName("OTP-20 a number counts by its value in hexadecimal, from the left")
  void numberCountsByItsValueInHexadecimal(String decimal, String hex) {
    DataInput number = new DataInput(suite("QN64"), OcraInput.question(decimal));
    DataInput sameInHex = new DataInput(suite("QH64"), OcraInput.question(hex));
    assertThat(questionOctets(number)).isEqualTo(questionOctets(sameInHex));
  }

  @Test
  @DisplayName("OTP-20 the question is padded on the right to 128 octets")
  void questionIsPaddedOnTheRight() {
    DataInput odd = new DataInput(suite("QH08"), OcraInput.question("abc"));
    assertThat(questionOctets(odd)).startsWith(0xab, 0xc0, 0).hasSize(128);
    DataInput text = new DataInput(suite("QA08"), OcraInput.question("Az09"));
    assertThat(questionOctets(text)).startsWith('A', 'z', '0', '9', 0).endsWith(0).hasSize(128);
    DataInput full =
        new DataInput(suite("QA64"), OcraInput.questions("x".repeat(64), "y".repeat(64)));
    assertThat(questionOctets(full)).startsWith('x').endsWith('y').hasSize(128);
  }

  @Test
  @DisplayName("OTP-20 session data is padded on the left, everything in order C Q P S T")
  void sessionIsPaddedOnTheLeftAndPartsAreInOrder() {
    OcraSuite suite = suite("C-QN08-PSHA1-S064-T1M");
    byte[] hash = HEX.parseHex("7110eda4d09e062aa5e4a390b0a572ac0d2c0220");
    OcraInput input =
        OcraInput.question("17")
            .withCounter(0x0102030405060708L)
            .withPinHash(hash)
            .withSession(new byte[] {0x51, 0x52})
            .withTimeStep(0x132d0b6);
    byte[] octets = new DataInput(suite, input).octets(0x0102030405060708L, 0x132d0b6);
    String expected =
        HEX.formatHex((suite + "\0").getBytes(US_ASCII))
            + "0102030405060708"
            + "11"
            + "00".repeat(127)
            + HEX.formatHex(hash)
            + "00".repeat(62)
            + "5152"
            + "000000000132d0b6";
    assertThat(HEX.formatHex(octets)).isEqualTo(expected);
  }

  @Test
  void sessionFillsAtMostItsLength() {
    Ocra ocra = ocra("OCRA-1:HOTP-SHA1-6:QN08-S002");
    OcraInput input = OcraInput.question("1");
    String padded = ocra.response(SECRET, input.withSession(new byte[] {0, 7}));
    assertThat(ocra.response(SECRET, input.withSession(new byte[] {7}))).isEqualTo(padded);
    assertThat(ocra.response(SECRET, input.withSession(new byte[] {7, 0}))).isNotEqualTo(padded);
    assertRefused(OCRA_INPUT, () -> ocra.response(SECRET, input.withSession(new byte[3])));
  }

  @Test
  @DisplayName("OTP-19 zero digits give the whole HMAC")
  void zeroDigitsGiveTheWholeHmac() {
    for (Algorithm algorithm : Algorithm.values()) {
      Ocra whole = ocra("OCRA-1:HOTP-" + algorithm + "-0:QN08");
      String response = whole.response(SECRET, OcraInput.question("12345678"));
      assertThat(response).hasSize(2 * algorithm.lengthBytes()).matches("[0-9a-f]+");
      byte[] data = new DataInput(whole.suite(), OcraInput.question("12345678")).octets(0, 0);
      assertThat(HEX.parseHex(response)).isEqualTo(algorithm.hmac(SECRET, data));
    }
  }

  @Test
  void pinIsHashedWithTheSuitesHash() {
    OcraInput input = OcraInput.question("1");
    for (Algorithm algorithm : Algorithm.values()) {
      Ocra ocra = ocra("OCRA-1:HOTP-SHA1-6:QN08-P" + algorithm);
      byte[] hash = algorithm.hash("1234".getBytes(US_ASCII));
      assertThat(hash).hasSize(algorithm.lengthBytes());
      assertThat(ocra.response(SECRET, input.withPin("1234")))
          .isEqualTo(ocra.response(SECRET, input.withPinHash(hash)));
      assertRefused(OCRA_INPUT, () -> ocra.response(SECRET, input.withPinHash(new byte[19])));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "QN08,''",
    "QN08,123456789",
    "QN08,1234567a",
    "QN08,-1",
    "QN08,+1",
    "QN08,'1 '",
    "QN08,\u0661",
    "QH08,''",
    "QH08,123456789",
    "QH08,g",
    "QH08,0x1",
    "QA08,''",
    "QA08,123456789",
    "QA08,a b",
    "QA08,a-b",
    "QA08,\u00e9",
    "QA08,'abc\n'"
  })
  void questionOfAnotherFormIsRefused(String part, String question) {
    Ocra ocra = new Ocra(suite(part));
    assertRefused(OCRA_INPUT, () -> ocra.response(SECRET, OcraInput.question(question)));
    assertRefused(OCRA_INPUT, () -> ocra.response(SECRET, OcraInput.questions("1", question)));
    assertRefused(OCRA_INPUT, () -> ocra.response(SECRET, OcraInput.questions(question, "1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"C-QN08", "QN08-PSHA1", "QN08-S", "QN08-T"})
  void missingInputIsRefused(String inputs) {
    assertRefused(
        OCRA_INPUT, () -> new Ocra(suite(inputs)).response(SECRET, OcraInput.question("1")));
  }

  @Test
  void inputThatTheSuiteDoesNotAskForIsRefused() {
    Ocra ocra = new Ocra(suite("QN08"));
    OcraInput input = OcraInput.question("1");
    assertRefused(OCRA_INPUT, () -> ocra.response(SECRET, input.withCounter(0)));
    assertRefused(OCRA_INPUT, () -> ocra.response(SECRET, input.withPin("1")));
    assertRefused(OCRA_INPUT, () -> ocra.response(SECRET, input.withSession(new byte[1])));
    assertRefused(OCRA_INPUT, () -> ocra.response(SECRET, input.withTimeStep(0)));
    assertRefused(OCRA_INPUT, () -> ocra.response(SECRET, input.withTime(Instant.EPOCH)));
  }

  @Test
  void negativeNumbersAreRefused() {
    OcraInput input = OcraInput.question("1");
    assertRefused(OCRA_INPUT, () -> input.withCounter(-1));
    assertRefused(OCRA_INPUT, () -> input.withTimeStep(-1));
    assertRefused(OCRA_INPUT, () -> input.withTime(Instant.ofEpochSecond(-1)));
  }

  @Test
  void aTimeStepOfZeroNeedsAStepNumber() {
    Ocra ocra = new Ocra(suite("QN08-T0H"));
    OcraInput input = OcraInput.question("1");
    assertRefused(OCRA_INPUT, () -> ocra.response(SECRET, input.withTime(Instant.EPOCH)));
    assertThat(ocra.response(SECRET, input.withTimeStep(7))).hasSize(6);
  }

  @Test
  @DisplayName("OTP-7 OTP-9 a response tells the counter and the step to spend")
  void responseTellsWhatToSpend() {
    Ocra ocra = new Ocra(suite("C-QN08-T1M"));
    OcraInput now = OcraInput.question("1").withCounter(10).withTimeStep(100);
    OcraInput token = OcraInput.question("1").withCounter(15).withTimeStep(98);
    String response = ocra.response(SECRET, token);
    assertThat(ocra.verify(SECRET, now, 5, 2, response))
        .isEqualTo(new OcraOutcome.Matched(OptionalLong.of(16), OptionalLong.of(98)));
    assertThat(ocra.verify(SECRET, now, 4, 2, response)).isEqualTo(NO_MATCH);
    assertThat(ocra.verify(SECRET, now, 5, 1, response)).isEqualTo(NO_MATCH);
    assertThat(ocra.verify(SECRET, now.withCounter(16), 5, 2, response)).isEqualTo(NO_MATCH);
    String later = ocra.response(SECRET, token.withTimeStep(102));
    assertThat(ocra.verify(SECRET, now, 5, 2, later))
        .isEqualTo(new OcraOutcome.Matched(OptionalLong.of(16), OptionalLong.of(102)));
  }

  @Test
  void withoutCounterAndTimeThereIsNothingButTheChallengeToSpend() {
    Ocra ocra = new Ocra(suite("QN08"));
    OcraInput input = OcraInput.question("12345678");
    assertThat(ocra.verify(SECRET, input, 100, 10, ocra.response(SECRET, input)))
        .isEqualTo(new OcraOutcome.Matched(OptionalLong.empty(), OptionalLong.empty()));
    assertThat(ocra.verify(SECRET, input, 0, 0, "")).isEqualTo(NO_MATCH);
    assertThat(ocra.verify(SECRET, OcraInput.question("1"), 0, 0, "237653")).isEqualTo(NO_MATCH);
  }

  @Test
  void windowsAreBoundedAndCutAtTheEnds() {
    Ocra ocra = new Ocra(suite("C-QN08-T1M"));
    OcraInput last = OcraInput.question("1").withCounter(Hotp.MAX_COUNTER).withTimeStep(0);
    assertThat(ocra.verify(SECRET, last, 100, 10, ocra.response(SECRET, last)))
        .isEqualTo(new OcraOutcome.Matched(OptionalLong.of(Long.MAX_VALUE), OptionalLong.of(0)));
    assertRefused(WINDOW, () -> ocra.verify(SECRET, last, -1, 0, ""));
    assertRefused(WINDOW, () -> ocra.verify(SECRET, last, 101, 0, ""));
    assertRefused(WINDOW, () -> ocra.verify(SECRET, last, 0, -1, ""));
    assertRefused(WINDOW, () -> ocra.verify(SECRET, last, 0, 11, ""));
  }

  @Test
  void inputsTextFormShowsNoContent() {
    OcraInput input =
        OcraInput.question("777").withPin("8888").withCounter(9).withSession(new byte[1]);
    assertThat(input.withTimeStep(6)).hasToString("OcraInput(Q C P S T)");
    assertThat(OcraInput.question("777")).hasToString("OcraInput(Q)");
  }

  @ParameterizedTest
  @CsvSource({"QN08,[0-9]{8}", "QH40,[0-9a-f]{40}", "QA64,[0-9A-HJ-NP-Z]{64}", "QN04,[0-9]{4}"})
  void newQuestionsAreRandomAndFitTheSuite(String part, String pattern) {
    Ocra ocra = new Ocra(suite(part));
    SecureRandom random = new SecureRandom();
    String question = ocra.newQuestion(random);
    assertThat(question).matches(pattern);
    assertThat(ocra.response(SECRET, OcraInput.question(question))).hasSize(6);
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      many.append(ocra.newQuestion(random));
    }
    assertThat(many.chars().distinct().count()).isGreaterThanOrEqualTo(10);
  }

  @Test
  void randomResponsesFitTheirOwnInputOnly() {
    Random random = new Random(6287);
    Ocra ocra = new Ocra(OcraSuite.parse("OCRA-1:HOTP-SHA256-10:C-QH64-PSHA256-S032-T30S"));
    for (int i = 0; i < 300; i++) {
      byte[] session = new byte[random.nextInt(33)];
      random.nextBytes(session);
      OcraInput input =
          OcraInput.question(Long.toHexString(random.nextLong()))
              .withCounter(random.nextLong(1L << 40))
              .withPin("pin" + i)
              .withSession(session)
              .withTimeStep(random.nextLong(1L << 40));
      String response = ocra.response(SECRET, input);
      assertThat(ocra.verify(SECRET, input, 2, 1, response))
          .isInstanceOf(OcraOutcome.Matched.class);
      assertThat(ocra.verify(SECRET, input.withPin("other"), 2, 1, response)).isEqualTo(NO_MATCH);
    }
  }

  private static byte[] questionOctets(DataInput data) {
    byte[] octets = data.octets(0, 0);
    return Arrays.copyOfRange(octets, octets.length - 128, octets.length);
  }

  private static OcraSuite suite(String inputs) {
    return OcraSuite.parse("OCRA-1:HOTP-SHA1-6:" + inputs);
  }

  private static Ocra ocra(String suite) {
    return new Ocra(OcraSuite.parse(suite));
  }
}
