package io.tweestap.page.account;

import io.tweestap.factor.FactorKind;
import io.tweestap.login.Option;
import io.tweestap.login.Standing;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Gathers what the page shows on which a factor is proven.
@Component
class Askings {
  private final AccountWords words;
  private final Clock clock;

  Askings(AccountWords words, Clock clock) {
    this.words = words;
    this.clock = clock;
  }

  /// @param standing of a login that asks for an answer
  Asking of(Visit visit, Standing standing, Locale locale) {
    Option option =
        standing.options().stream()
            .filter(one -> one.id().value().equals(visit.kept().chosen()))
            .findFirst()
            .orElseGet(() -> standing.options().getFirst());
    Optional<Kept.Asked> asked = visit.kept().asked(option.id().value());
    List<Asking.Way> others =
        standing.options().stream()
            .filter(one -> !one.id().equals(option.id()))
            .map(one -> way(one, locale))
            .toList();
    return new Asking(
        way(option, locale),
        option.challenge() && asked.isEmpty(),
        asked.map(Kept.Asked::to).or(option::target).orElse(null),
        asked.map(Kept.Asked::channel).filter("voice"::equals).isPresent(),
        asked.map(Kept.Asked::question).orElse(null),
        asked.map(Kept.Asked::proof).orElse(null),
        asked.map(Kept.Asked::options).orElse(null),
        asked
            .map(Kept.Asked::nextSendAt)
            .map(at -> AccountWords.seconds(at, clock.instant()))
            .orElse(null),
        others);
  }

  private Asking.Way way(Option option, Locale locale) {
    FactorKind kind = option.kind();
    String called = option.target().orElse(option.name());
    return new Asking.Way(
        option.id().toString(),
        kind.text(),
        words.of("account.kind." + kind.text(), locale),
        called,
        words.isKind(kind, called) ? null : called);
  }
}
