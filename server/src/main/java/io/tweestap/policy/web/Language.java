package io.tweestap.policy.web;

import io.tweestap.policy.text.ReasonTexts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// In which language an answer has its words: what the query asks for, else what `Accept-Language`
/// prefers, else what stands in.
final class Language {
  private Language() {}

  static Locale of(@Nullable String locale, @Nullable String accepted, Locale otherwise) {
    return Values.locale(locale).or(() -> preferred(accepted)).orElse(otherwise);
  }

  private static Optional<Locale> preferred(@Nullable String accepted) {
    if (accepted == null) {
      return Optional.empty();
    }
    try {
      List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(accepted);
      return Optional.ofNullable(Locale.lookup(ranges, ReasonTexts.LANGUAGES));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
