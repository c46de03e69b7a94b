package io.tweestap.page.account;

import io.tweestap.factor.FactorKind;
import io.tweestap.page.PageLanguage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/// Puts into words what templates cannot: dates, times, what came of a step.
@Component
class AccountWords {
  private final MessageSource messages;

  AccountWords(MessageSource messages) {
    this.messages = messages;
  }

  String of(String key, Locale locale, Object... values) {
    return messages.getMessage(key, values, locale);
  }

  /// The same, or another text where there are no such words.
  String of(String key, String otherwise, Locale locale) {
    String found = messages.getMessage(key, new Object[] {}, otherwise, locale);
    return found == null ? otherwise : found;
  }

  /// What a new factor of this kind is called: the kind, without the soft hyphens at which a narrow
  /// page may break it.
  String name(FactorKind kind, Locale locale) {
    return of("account.kind." + kind.text(), locale).replace("\u00AD", "");
  }

  /// Whether a name says no more than the kind of factor does, in whatever language.
  boolean isKind(FactorKind kind, String name) {
    return PageLanguage.LANGUAGES.stream().anyMatch(language -> name(kind, language).equals(name));
  }

  String said(Kept.Said said, ZoneId zone, Locale locale) {
    String until = said.until() == null ? "" : time(said.until(), zone, locale);
    try {
      return of("account.said." + said.what(), locale, said.number(), until);
    } catch (NoSuchMessageException _) {
      return of("account.said.problem", locale);
    }
  }

  /// `5 March 2027`.
  String day(LocalDate day, Locale locale) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }

  /// `5 March 2027`, where the person is.
  String day(Instant moment, ZoneId zone, Locale locale) {
    return day(LocalDate.ofInstant(moment, zone), locale);
  }

  /// `5 Mar 2027, 14:05`, where the person is.
  String moment(Instant moment, ZoneId zone, Locale locale) {
    String date =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withLocale(locale)
            .withZone(zone)
            .format(moment);
    return date + ", " + DateTimeFormatter.ofPattern("HH:mm").withZone(zone).format(moment);
  }

  /// `14:05:09`, where the person is.
  private static String time(Instant moment, ZoneId zone, Locale locale) {
    return DateTimeFormatter.ofPattern("HH:mm:ss", locale).withZone(zone).format(moment);
  }

  /// Whole seconds until a moment, 0 when it has come.
  static long seconds(Instant at, Instant now) {
    return Math.max(0, Math.ceilDiv(Duration.between(now, at).toMillis(), 1000L));
  }
}
