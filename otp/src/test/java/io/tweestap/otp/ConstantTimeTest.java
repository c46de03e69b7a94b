package io.tweestap.otp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("OTP-16 comparison in constant time")
class ConstantTimeTest {
  @ParameterizedTest
  @CsvSource({
    "123456,123456,true",
    "123456,123457,false",
    "123456,023456,false",
    "012345,12345,false",
    "12345,012345,false",
    "123456,1234560,false",
    "'','',true",
    "123456,\u0661\u0662\u0663\u0664\u0665\u0666,false"
  })
  void comparesCharacterByCharacter(String expected, String given, boolean same) {
    assertThat(ConstantTime.equal(expected, given)).isEqualTo(same);
  }

  @Test
  void whatNoCharsetCanWriteIsStillDifferent() {
    assertThat(ConstantTime.equal("a?", "a\ud800")).isFalse();
    assertThat(ConstantTime.equal("a\ud800", "a\ud800")).isTrue();
  }
}
