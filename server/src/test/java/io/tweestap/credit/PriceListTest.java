package io.tweestap.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceListTest {
  private static final LocalDate DAY = LocalDate.of(2027, 1, 31);

  private final PriceList list =
      new PriceList(
          List.of(
              line("NL", "", "", LocalDate.EPOCH, "0.10"),
              line("NL", "", "", DAY, "0.11"),
              line("NL", "204-08", "+316", LocalDate.EPOCH, "0.08"),
              line("NL", "204-04", "+31621", LocalDate.EPOCH, "0.07"),
              line("NL", "204-04", "+31654", DAY.plusDays(1), "0.01")));

  @Test
  void theLongestPrefixDecides() {
    assertThat(price("+31621000000", DAY)).isEqualTo("0.07 EUR 204-04");
    assertThat(price("+31612345678", DAY)).isEqualTo("0.08 EUR 204-08");
    assertThat(price("+31850000000", DAY)).isEqualTo("0.11 EUR ");
  }

  @Test
  void aPriceCountsFromItsDayOn() {
    assertThat(price("+31850000000", DAY.minusDays(1))).isEqualTo("0.10 EUR ");
    assertThat(price("+31654000000", DAY)).isEqualTo("0.08 EUR 204-08");
    assertThat(price("+31654000000", DAY.plusDays(1))).isEqualTo("0.01 EUR 204-04");
  }

  @Test
  void anotherCountryHasNoPrice() {
    assertThat(list.of("DE", "+4915112345678", DAY)).isEmpty();
  }

  private String price(String number, LocalDate day) {
    Rate rate = list.of("NL", number, day).orElseThrow();
    return rate.perPart() + " " + rate.network();
  }

  private static PriceLine line(
      String country, String network, String prefix, LocalDate from, String price) {
    return new PriceLine(country, network, prefix, from, Money.read(price, "EUR").orElseThrow());
  }
}
