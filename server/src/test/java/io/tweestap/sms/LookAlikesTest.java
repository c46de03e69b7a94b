package io.tweestap.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAlikesTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "don’t, don't",
        "“so”, \"so\"",
        "9–17 h, 9-17 h",
        "wait…, wait...",
        "10\u00a0EUR, 10 EUR",
        "cafe\u0301, café",
        "soft\u00adhyphen, softhyphen",
        "4 × 4, 4 x 4"
      })
  void whatOnlyLooksFinerIsReplaced(String text, String plain) {
    assertThat(LookAlikes.replaceIn(text)).isEqualTo(plain);
    assertThat(SmsParts.of(plain).encoding()).isEqualTo(Encoding.GSM_7);
  }

  @Test
  void aTextThatStaysUcs2StaysAsItIs() {
    assertThat(LookAlikes.replaceIn("“Привет”")).isEqualTo("“Привет”");
    assertThat(LookAlikes.replaceIn("it’s 😀")).isEqualTo("it’s 😀");
  }

  @Test
  void lettersStayThemselves() {
    assertThat(LookAlikes.replaceIn("Şişli")).isEqualTo("Şişli");
    assertThat(LookAlikes.replaceIn("garçon")).isEqualTo("garçon");
  }
}
