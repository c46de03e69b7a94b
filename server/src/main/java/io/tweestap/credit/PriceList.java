package io.tweestap.credit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The prices of one currency.
final class PriceList {
  /// The longest prefix decides, and of its prices the one that began last.
  private static final Comparator<PriceLine> CLOSEST =
      Comparator.comparingInt((PriceLine line) -> line.prefix().length())
          .thenComparing(PriceLine::validFrom);

  private final Map<String, List<PriceLine>> byCountry;

  PriceList(List<PriceLine> lines) {
    this.byCountry = lines.stream().collect(Collectors.groupingBy(PriceLine::country));
  }

  boolean isEmpty() {
    return byCountry.isEmpty();
  }

  /// The price for a number on a day; empty when there is none.
  Optional<Rate> of(String country, String e164, LocalDate day) {
    return byCountry.getOrDefault(country, List.of()).stream()
        .filter(line -> e164.startsWith(line.prefix()) && !line.validFrom().isAfter(day))
        .max(CLOSEST)
        .map(line -> new Rate(country, line.network(), line.perPart()));
  }
}
