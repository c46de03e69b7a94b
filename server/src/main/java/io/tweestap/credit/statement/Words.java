package io.tweestap.credit.statement;

import io.tweestap.credit.Money;
import io.tweestap.shared.text.Placeholders;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/// What a statement says, in a language.
final class Words {
  /// Languages that every word exists in; the first one stands in for all others.
  static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.of("nl"));

  private static final String BUNDLE = "io.tweestap.credit.statement.words";
  private static final String NO_COUNTRY = "ZZ";
  private static final int PLACES_MIN = 2;
  private static final int PLACES_MAX = 6;
  private static final ResourceBundle.Control NO_SYSTEM_LOCALE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle bundle;

  private Words(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle(BUNDLE, locale, NO_SYSTEM_LOCALE);
  }

  /// In the language that is wished for where it is known, else in English.
  static Words in(Locale wished) {
    return new Words(
        LANGUAGES.stream()
            .filter(known -> known.getLanguage().equals(wished.getLanguage()))
            .findFirst()
            .orElse(LANGUAGES.getFirst()));
  }

  Locale locale() {
    return locale;
  }

  String get(String key) {
    return bundle.getString(key);
  }

  String page(int page, int pages) {
    return Placeholders.fill(
        get("page"), Map.of("page", String.valueOf(page), "pages", String.valueOf(pages)));
  }

  String month(YearMonth month) {
    return DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(month);
  }

  String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
  }

  String moment(Instant moment, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(locale)
        .format(moment.atZone(zone));
  }

  String country(String code) {
    return code.equals(NO_COUNTRY) ? get("nowhere") : Locale.of("", code).getDisplayCountry(locale);
  }

  String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /// Without the currency, which stands above the column.
  String amount(Money money) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(PLACES_MIN);
    format.setMaximumFractionDigits(PLACES_MAX);
    return format.format(BigDecimal.valueOf(money.micros(), PLACES_MAX));
  }
}
