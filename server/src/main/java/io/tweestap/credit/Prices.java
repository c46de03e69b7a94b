package io.tweestap.credit;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditTrail;
import io.tweestap.credit.jdbc.PriceRows;
import io.tweestap.risk.PhoneNumbers;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.Remembered;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// The price list of the installation: by country, and where a line names a prefix, by that.
/// Remembered for five seconds.
@Service
public class Prices {
  /// The country of numbers that belong to none.
  public static final String NO_COUNTRY = "ZZ";

  private static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final int CURRENCIES_MAX = 200;

  private final PriceRows rows;
  private final PhoneNumbers numbers;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Remembered<String, PriceList> remembered;

  Prices(
      PriceRows rows,
      PhoneNumbers numbers,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.numbers = numbers;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
    this.remembered = new Remembered<>(CURRENCIES_MAX, REMEMBERED, clock);
  }

  /// What a part to a number costs now; empty when there is no price.
  public Optional<Rate> of(String currency, PhoneNumber number) {
    return list(currency).of(country(number), number.e164(), today());
  }

  /// What a part to a country costs now, where no prefix says otherwise.
  public Optional<Rate> ofCountry(String currency, String country) {
    return list(currency).of(country, "", today());
  }

  /// Whether there is a price in a currency at all.
  boolean hasAny(String currency) {
    return !list(currency).isEmpty();
  }

  /// The country of a number, or [#NO_COUNTRY].
  String country(PhoneNumber number) {
    return numbers.country(number).orElse(NO_COUNTRY);
  }

  /// Every line, also those that do not count yet or no longer.
  public List<PriceLine> all() {
    return rows.all();
  }

  /// Writes lines, each in the place of the one of the same currency, country, prefix and day.
  public void put(List<PriceLine> lines) {
    transaction.executeWithoutResult(_ -> {
      rows.put(lines);
      audit.recordDone(
          AuditTrail.INSTALLATION,
          AuditAction.PRICES_IMPORTED,
          Map.of("lines", String.valueOf(lines.size())));
    });
    lines.stream().map(line -> line.perPart().currency()).distinct().forEach(remembered::forget);
  }

  private PriceList list(String currency) {
    return remembered.get(currency, asked -> new PriceList(rows.in(asked)));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
