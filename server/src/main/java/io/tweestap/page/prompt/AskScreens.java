package io.tweestap.page.prompt;

import io.tweestap.factor.FactorKind;
import io.tweestap.login.Option;
import io.tweestap.page.PageLanguage;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The screens on which a factor is answered with, or chosen.
@Component
class AskScreens {
  private final PromptWords words;
  private final Clock clock;

  AskScreens(PromptWords words, Clock clock) {
    this.words = words;
    this.clock = clock;
  }

  Screen ask(Visit visit, Option option, Screen.Frame frame, Locale locale) {
    Optional<Kept.Asked> asked = visit.asked(option);
    return new Screen.Ask(
        frame,
        option.id().toString(),
        option.kind().text(),
        named(option),
        asked.map(Kept.Asked::to).or(option::target).orElse(null),
        option.challenge() && asked.isEmpty(),
        asked.map(Kept.Asked::channel).orElse(null),
        asked.map(Kept.Asked::question).orElse(null),
        asked.map(Kept.Asked::proof).orElse(null),
        asked.map(Kept.Asked::text).orElse(null),
        asked.map(Kept.Asked::publicKey).orElse(null),
        asked.map(Kept.Asked::nextSendAt).map(at -> words.wait(at, clock.instant())).orElse(null),
        visit.login().details().map(details -> words.payment(details, locale)).orElse(null),
        remember(visit, locale),
        option
            .slowedUntil()
            .map(until -> words.time(until, visit.user().zone(), locale))
            .orElse(null),
        visit.standing().options().size() > 1);
  }

  /// What the user calls it, where that says more than its kind does.
  private @Nullable String named(Option option) {
    return switch (option.kind()) {
      case TOTP, HOTP, YUBICO_OTP, OCRA, WEBAUTHN -> isUsual(option) ? null : option.name();
      case PHONE, RECOVERY_CODE, TEMPORARY_PASS -> null;
    };
  }

  private boolean isUsual(Option option) {
    String key = "prompt.name." + option.kind().text();
    return PageLanguage.LANGUAGES.stream()
        .anyMatch(language -> words.of(key, language).equals(option.name()));
  }

  /// How long the browser may be remembered, in words; null when it may not.
  @org.jspecify.annotations.Nullable
  String remember(Visit visit, Locale locale) {
    return visit.login().mayRemember()
        ? words.duration(visit.login().plan().rememberFor(), locale)
        : null;
  }

  /// All options, the preferred one first.
  List<Screen.Way> ways(Visit visit, Locale locale) {
    return visit.standing().options().stream().map(option -> way(option, locale)).toList();
  }

  private Screen.Way way(Option option, Locale locale) {
    FactorKind kind = option.kind();
    String title = words.of("prompt.way." + kind.text(), locale);
    String hint = option.target().orElse(named(option));
    return new Screen.Way(option.id().toString(), kind.text(), title, hint);
  }
}
