package io.tweestap.otp;

import static io.tweestap.otp.InvalidOtpInput.Reason.BASE32_CHARACTER;
import static io.tweestap.otp.InvalidOtpInput.Reason.SECRET_LENGTH;
import static io.tweestap.otp.InvalidOtpInput.Reason.SECRET_TOO_SHORT;
import static io.tweestap.otp.Refusals.assertRefused;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtpSecretTest {
  private final SecureRandom random = new SecureRandom();

  @Test
  @DisplayName("OTP-5 a generated secret has 160 bit by default")
  void generatedSecretHas160BitByDefault() {
    assertThat(OtpSecret.generate(random).bits()).isEqualTo(160);
  }

  @ParameterizedTest
  @ValueSource(ints = {128, 136, 256, 512, 2048})
  @DisplayName("OTP-5 128 bit and more can be generated")
  void otherLengthsCanBeGenerated(int bits) {
    assertThat(OtpSecret.generate(random, bits).bytes()).hasSize(bits / 8);
  }

  @ParameterizedTest
  @ValueSource(ints = {-8, 0, 80, 112, 120, 127})
  @DisplayName("OTP-5 below 128 bit is refused")
  void below128BitIsRefused(int bits) {
    assertRefused(SECRET_TOO_SHORT, () -> OtpSecret.generate(random, bits));
  }

  @ParameterizedTest
  @ValueSource(ints = {129, 135, 2049, 2056})
  void brokenOrHugeLengthsAreRefused(int bits) {
    assertRefused(SECRET_LENGTH, () -> OtpSecret.generate(random, bits));
  }

  @Test
  @DisplayName("OTP-5 the secret comes from the given generator")
  void generatedSecretIsWhatTheGeneratorGave() {
    SecureRandom counting =
        new SecureRandom() {
          @Override
          public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
              bytes[i] = (byte) (i + 1);
            }
          }
        };
    assertThat(OtpSecret.generate(counting, 128).bytes())
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
  }

  @Test
  @DisplayName("OTP-6 each generated secret is another")
  void eachGeneratedSecretIsAnother() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      assertThat(seen.add(OtpSecret.generate(random).toBase32())).isTrue();
    }
  }

  @Test
  void importedSecretsHave1To256Octets() {
    assertThat(OtpSecret.of(new byte[1]).bits()).isEqualTo(8);
    assertThat(OtpSecret.of(new byte[256]).bits()).isEqualTo(2048);
    assertRefused(SECRET_LENGTH, () -> OtpSecret.of(new byte[0]));
    assertRefused(SECRET_LENGTH, () -> OtpSecret.of(new byte[257]));
    assertRefused(SECRET_LENGTH, () -> OtpSecret.ofBase32(" - "));
    assertRefused(BASE32_CHARACTER, () -> OtpSecret.ofBase32("0"));
  }

  @Test
  void textFormShowsKindAndLengthOnly() {
    assertThat(OtpSecret.of("hunter2".getBytes(US_ASCII))).hasToString("OtpSecret(7 bytes)");
  }

  @Test
  void octetsAreCopiedBothWays() {
    byte[] octets = {1, 2, 3};
    OtpSecret secret = OtpSecret.of(octets);
    octets[0] = 9;
    secret.bytes()[1] = 9;
    assertThat(secret.bytes()).containsExactly(1, 2, 3);
  }

  @Test
  void equalityIsByContent() {
    OtpSecret secret = OtpSecret.ofBase32("JBSWY3DPEHPK3PXP");
    assertThat(secret).isEqualTo(OtpSecret.ofBase32("jbsw y3dp ehpk 3pxp"));
    assertThat(secret).hasSameHashCodeAs(OtpSecret.ofBase32("JBSWY3DPEHPK3PXP"));
    assertThat(secret).isNotEqualTo(OtpSecret.ofBase32("JBSWY3DPEHPK3PXQ"));
    assertThat(secret).isNotEqualTo("JBSWY3DPEHPK3PXP").isNotEqualTo(null);
    assertThat(secret.toBase32()).isEqualTo("JBSWY3DPEHPK3PXP");
  }
}
