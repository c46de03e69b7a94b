package io.tweestap.page.account;

import java.util.List;
import java.util.Optional;

/// Says in two words which browser a user agent names: people do not read user agents.
final class Browsing {
  private record Sign(String token, String name) {}

  /// Each pretends to be those after it.
  private static final List<Sign> PROGRAMS =
      List.of(
          new Sign("Edg", "Edge"),
          new Sign("OPR/", "Opera"),
          new Sign("SamsungBrowser/", "Samsung Internet"),
          new Sign("Firefox/", "Firefox"),
          new Sign("FxiOS/", "Firefox"),
          new Sign("Chrome/", "Chrome"),
          new Sign("CriOS/", "Chrome"),
          new Sign("Safari/", "Safari"));

  private static final List<Sign> SYSTEMS =
      List.of(
          new Sign("iPhone", "iPhone"),
          new Sign("iPad", "iPad"),
          new Sign("Android", "Android"),
          new Sign("Windows", "Windows"),
          new Sign("Mac OS X", "macOS"),
          new Sign("CrOS", "ChromeOS"),
          new Sign("Linux", "Linux"));

  private Browsing() {}

  /// `Firefox, Windows`; empty when nothing is known.
  static Optional<String> of(Optional<String> userAgent) {
    return userAgent.flatMap(text -> {
      Optional<String> program = first(PROGRAMS, text);
      Optional<String> system = first(SYSTEMS, text);
      if (program.isPresent() && system.isPresent()) {
        return Optional.of(program.get() + ", " + system.get());
      }
      return program.or(() -> system).or(() -> Optional.of(text).filter(it -> !it.isBlank()));
    });
  }

  private static Optional<String> first(List<Sign> signs, String text) {
    return signs.stream().filter(sign -> text.contains(sign.token())).map(Sign::name).findFirst();
  }
}
