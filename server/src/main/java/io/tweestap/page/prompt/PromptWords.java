package io.tweestap.page.prompt;

import io.tweestap.verification.Details;
import java.text.NumberFormat;
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

/// Puts into words what templates cannot: dates, times, amounts, what came of a step.
@Component
class PromptWords {
  private static final String SAID = "prompt.said.";

  private final MessageSource messages;

  PromptWords(MessageSource messages) {
    this.messages = messages;
  }

  String of(String key, Locale locale, Object... values) {
    return messages.getMessage(key, values, locale);
  }

  Screen.Frame frame(Visit visit, Locale locale, Instant now) {
    Kept.Said said = visit.kept().said();
    return said == null
        ? new Screen.Frame(visit.path(), null, false)
        : new Screen.Frame(visit.path(), text(said, visit.user().zone(), locale), said.bad());
  }

  private String text(Kept.Said said, ZoneId zone, Locale locale) {
    String until = said.until() == null ? "" : time(said.until(), zone, locale);
    try {
      return of(SAID + said.what(), locale, said.number(), until);
    } catch (NoSuchMessageException _) {
      return of(SAID + "problem", locale);
    }
  }

  /// `5 March 2027`.
  String day(LocalDate day, Locale locale) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }

  /// `14:05:09`, where the person is.
  String time(Instant moment, ZoneId zone, Locale locale) {
    return DateTimeFormatter.ofPattern("HH:mm:ss", locale).withZone(zone).format(moment);
  }

  /// In days where it is one or more, else in hours.
  String duration(Duration time, Locale locale) {
    return time.toDays() >= 1
        ? of("prompt.days", locale, time.toDays())
        : of("prompt.hours", locale, Math.max(1, time.toHours()));
  }

  Screen.Wait wait(Instant at, Instant now) {
    long millis = Duration.between(now, at).toMillis();
    return new Screen.Wait(Math.max(0, Math.ceilDiv(millis, 1000L)));
  }

  Screen.Payment payment(Details details, Locale locale) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(details.currency());
    int decimals = Math.max(0, details.currency().getDefaultFractionDigits());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return new Screen.Payment(format.format(details.amount()), details.payees());
  }
}
