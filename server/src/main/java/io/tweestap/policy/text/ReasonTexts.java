package io.tweestap.policy.text;

import io.tweestap.policy.Reason;
import io.tweestap.shared.text.OneLine;
import io.tweestap.shared.text.Placeholders;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/// Says in one language what decisions are made of.
///
/// @param zone in which moments are told
public record ReasonTexts(Locale locale, ZoneId zone) {
  /// Languages that every text exists in; the first one stands in for all others.
  public static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.GERMAN, Locale.of("nl"));

  private static final String BUNDLE = "io.tweestap.policy.text.reasons";
  private static final ResourceBundle.Control NO_SYSTEM_LOCALE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  public ReasonTexts {
    locale = spoken(locale);
  }

  /// The language that is spoken for a wish: itself where its language is known, else English.
  public static Locale spoken(Locale wished) {
    return LANGUAGES.stream()
        .filter(known -> known.getLanguage().equals(wished.getLanguage()))
        .findFirst()
        .orElse(LANGUAGES.getFirst());
  }

  /// A whole sentence, with the policy's name behind it where a policy gave the reason.
  public String sentence(Reason reason) {
    String sentence = Placeholders.fill(word(reason.kind().text()), Map.of("value", value(reason)));
    return reason
        .policy()
        .map(name -> sentence + " " + fill("by", Map.of("policy", OneLine.of(name))))
        .orElse(sentence);
  }

  private String value(Reason reason) {
    String value = reason.value();
    return switch (reason.kind().value()) {
      case NONE -> "";
      case DATE -> day(LocalDate.parse(value));
      case MOMENT -> moment(Instant.parse(value));
      case TIME -> time(Duration.parse(value));
      case NUMBER, DAYS -> value;
      case KINDS ->
          Arrays.stream(value.split(", "))
              .map(kind -> word("kind." + kind))
              .collect(Collectors.joining(", "));
      case STRENGTH -> word("strength." + value);
      case PROFILE -> value.toUpperCase(Locale.ROOT);
    };
  }

  /// `1 March 2027`.
  public String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }

  private String moment(Instant moment) {
    var at = moment.atZone(zone);
    return day(at.toLocalDate()) + ", " + DateTimeFormatter.ofPattern("HH:mm").format(at);
  }

  /// In the largest unit that leaves nothing over.
  private String time(Duration time) {
    if (time.toSeconds() % 86_400 == 0) {
      return counted("days", time.toDays(), Map.of());
    }
    if (time.toSeconds() % 3_600 == 0) {
      return counted("hours", time.toHours(), Map.of());
    }
    return time.toSeconds() % 60 == 0
        ? counted("minutes", time.toMinutes(), Map.of())
        : counted("seconds", time.toSeconds(), Map.of());
  }

  /// A text with a number in it, in its own form for one.
  String counted(String key, long number, Map<String, String> more) {
    var values = new java.util.HashMap<>(more);
    values.put("n", Long.toString(number));
    return fill(number == 1 ? key + ".1" : key, values);
  }

  String fill(String key, Map<String, String> values) {
    return Placeholders.fill(word(key), values);
  }

  /// The text with this key as it stands.
  public String word(String key) {
    return ResourceBundle.getBundle(BUNDLE, locale, NO_SYSTEM_LOCALE).getString(key);
  }
}
