package io.tweestap.otp.pskc;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.otp.OtpSecret;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("OTP-23 PSKC figures of RFC 6030")
class PskcFiguresTest {
  static final OtpSecret PRE_SHARED_KEY =
      OtpSecret.of(HexFormat.of().parseHex("12345678901234567890123456789012"));
  private static final PskcReader READER =
      PskcReader.plain().allowingShortSecrets().withKey(PRE_SHARED_KEY).withPassphrase("qwerty");

  @ParameterizedTest
  @CsvFileSource(resources = "facts.csv", numLinesToSkip = 1)
  void eachKeyOfTheFiguresIsRead(
      int figure,
      @Nullable String containerId,
      @Nullable String manufacturer,
      @Nullable String serial,
      String keyId,
      String algorithm,
      String issuer,
      @Nullable String encoding,
      @Nullable Integer length,
      @Nullable Long counter,
      @Nullable String keyProfile,
      @Nullable String keyReference,
      @Nullable String keyUserId,
      @Nullable String deviceUserId,
      @Nullable String cryptoModule,
      @Nullable String secretHex)
      throws IOException {
    PskcContainer container = READER.read(figure(figure));
    assertThat(container.id()).isEqualTo(containerId);
    PskcKey key = byId(container, keyId);
    assertThat(key.algorithm().uri()).isEqualTo(algorithm);
    assertThat(key.device())
        .isEqualTo(
            new PskcKey.Device(manufacturer, serial, null, null, deviceUserId, cryptoModule));
    assertThat(key.identity())
        .isEqualTo(new PskcKey.Identity(issuer, keyUserId, null, keyProfile, keyReference));
    assertThat(key.response()).isEqualTo(new PskcKey.Response(encoding, length, false));
    OtpSecret secret = secretHex == null ? null : OtpSecret.of(HexFormat.of().parseHex(secretHex));
    assertThat(key.data()).isEqualTo(new PskcKey.Data(secret, counter, null, null, null));
  }

  @ParameterizedTest
  @CsvSource({"2,1", "3,1", "4,1", "5,2", "6,1", "7,1", "10,4"})
  void eachFigureHasItsNumberOfKeys(int figure, int keys) throws IOException {
    assertThat(READER.read(figure(figure)).keys()).hasSize(keys);
  }

  @Test
  void figure5HasThePolicyOfItsPin() throws IOException {
    PskcContainer container = READER.read(figure(5));
    PskcPolicy policy = byId(container, "12345678").policy();
    assertThat(policy.pin())
        .isEqualTo(new PskcPolicy.Pin("123456781", "Local", null, 4, 4, "DECIMAL"));
    assertThat(policy.usages()).containsExactly("OTP");
    assertThat(policy.understood()).isTrue();
    PskcKey pin = byId(container, "123456781");
    assertThat(pin.algorithm().kind()).isEqualTo(PskcAlgorithm.Kind.PIN);
    assertThat(pin.policy()).isEqualTo(PskcPolicy.NONE);
  }

  @Test
  void figure10HasTermsOfUse() throws IOException {
    PskcPolicy policy = byId(READER.read(figure(10)), "1").policy();
    assertThat(policy.start()).isEqualTo(Instant.parse("2006-05-01T00:00:00Z"));
    assertThat(policy.expiry()).isEqualTo(Instant.parse("2006-05-31T00:00:00Z"));
  }

  static PskcKey byId(PskcContainer container, String id) {
    return container.keys().stream().filter(key -> key.id().equals(id)).findFirst().orElseThrow();
  }

  static byte[] figure(int number) throws IOException {
    try (InputStream in = PskcFiguresTest.class.getResourceAsStream("figure" + number + ".xml")) {
      if (in == null) {
        throw new AssertionError("no figure " + number);
      }
      return in.readAllBytes();
    }
  }
}
