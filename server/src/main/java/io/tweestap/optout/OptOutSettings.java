package io.tweestap.optout;

import io.tweestap.optout.Keyword.Language;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What a tenant chose about STOP, START and HELP.
///
/// @param codesExempt whether one-time codes are sent all the same; on by default: whoever asks for
///   a code wants it
/// @param answers whether the three words are answered
/// @param languages whose words count, besides English
public record OptOutSettings(boolean codesExempt, boolean answers, Set<Language> languages) {
  public OptOutSettings {
    languages = Set.copyOf(languages);
  }

  /// For a tenant that chose nothing: its own language counts.
  static OptOutSettings usual(Locale locale) {
    return new OptOutSettings(
        true, true, Language.of(locale.getLanguage()).map(Set::of).orElse(Set.of()));
  }

  /// All languages whose words count.
  Set<Language> heard() {
    Set<Language> all = EnumSet.of(Language.EN);
    all.addAll(languages);
    return all;
  }
}
