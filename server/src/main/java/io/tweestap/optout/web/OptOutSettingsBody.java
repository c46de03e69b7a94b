package io.tweestap.optout.web;

import io.tweestap.optout.Keyword.Language;
import io.tweestap.optout.OptOutSettings;
import io.tweestap.shared.web.Fields;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a tenant chose about STOP, START and HELP, as the API reads and shows it.
record OptOutSettingsBody(
    @Nullable Boolean codesExempt,
    @Nullable Boolean answers,
    @Nullable List<@Nullable String> languages) {
  OptOutSettings read() {
    Set<Language> read = EnumSet.noneOf(Language.class);
    for (String tag : Fields.required("languages", languages)) {
      read.add(
          Language.of(String.valueOf(tag))
              .orElseThrow(() -> Fields.invalid("languages", "must be of en, nl, de, fr and es")));
    }
    return new OptOutSettings(
        Fields.required("codes_exempt", codesExempt), Fields.required("answers", answers), read);
  }

  static OptOutSettingsView of(OptOutSettings settings) {
    return new OptOutSettingsView(
        settings.codesExempt(),
        settings.answers(),
        settings.languages().stream().sorted().map(Language::text).toList());
  }

  /// All of it.
  record OptOutSettingsView(boolean codesExempt, boolean answers, List<String> languages) {}
}
