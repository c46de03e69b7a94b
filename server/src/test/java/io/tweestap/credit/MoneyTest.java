package io.tweestap.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  @ParameterizedTest
  @CsvSource({"12.5,12500000,12.50", "0.000001,1,0.000001", "7,7000000,7.00", "0.0750,75000,0.075"})
  void anAmountIsReadToTheMillionthAndShown(String text, long micros, String shown) {
    Money money = Money.read(text, "EUR").orElseThrow();
    assertThat(money.micros()).isEqualTo(micros);
    assertThat(money).hasToString(shown + " EUR");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-1", "+1", "1,5", "1.", ".5", "0.0000001", "1e3", "1234567890", "NaN"})
  void anythingElseIsNoAmount(String text) {
    assertThat(Money.read(text, "EUR")).isEmpty();
  }

  @Test
  void aLedgerShowsWhatLeft() {
    assertThat(new Money(-75_000, "EUR")).hasToString("-0.075 EUR");
  }

  @Test
  void tooMuchIsNeverASmallAmount() {
    Money much = new Money(Long.MAX_VALUE / 2, "EUR");
    assertThatThrownBy(() -> much.times(3)).isInstanceOf(ArithmeticException.class);
  }
}
