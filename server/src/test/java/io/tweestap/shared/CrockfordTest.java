package io.tweestap.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrockfordTest {
  private final SecureRandom random = new SecureRandom();

  @ParameterizedTest
  @CsvSource({
    "7k2fq-9xm4t,7k2fq9xm4t",
    "7K2FQ 9XM4T,7k2fq9xm4t",
    "7k2fq\u20139xm4t,7k2fq9xm4t",
    "'\t7k2fq\u00a09xm4t ',7k2fq9xm4t",
    "OoIiLl,001111",
    "u-!,u!"
  })
  void whatIsTypedIsReadAsItWasMeant(String typed, String meant) {
    assertThat(Crockford.read(typed)).isEqualTo(meant);
  }

  @Test
  @DisplayName("LUS-1, ASVS-6.5.3: each of 32 characters is drawn, none that looks like another")
  void everyCharacterIsDrawnAndNoneLooksLikeAnother() {
    String many = Crockford.draw(random, 20_000);
    assertThat(many.chars().distinct().count()).isEqualTo(32);
    assertThat(many).doesNotContain("i", "l", "o", "u").isEqualTo(Crockford.read(many));
  }

  @Test
  void groupsAreSetApart() {
    assertThat(Crockford.grouped("abcdefghj", 4)).isEqualTo("abcd-efgh-j");
  }
}
