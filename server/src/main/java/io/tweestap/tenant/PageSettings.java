package io.tweestap.tenant;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a tenant chose for the pages that its users see.
///
/// @param accent color of buttons and links; empty: that of Tweestap
/// @param helpTexts how users get help, by language (`nl`, `de`, `en`); at most 500 characters each
/// @param returnUrls where the hosted prompt may lead back to; compared whole, character by
///   character
/// @param logo its version, see [Logo#version]; empty when there is none
public record PageSettings(
    Optional<AccentColor> accent,
    Map<String, String> helpTexts,
    List<String> returnUrls,
    Optional<String> logo) {
  /// What holds for a tenant that chose nothing.
  public static final PageSettings NONE =
      new PageSettings(Optional.empty(), Map.of(), List.of(), Optional.empty());

  public PageSettings {
    helpTexts = Map.copyOf(helpTexts);
    returnUrls = List.copyOf(returnUrls);
  }

  /// The help text in a language, else in the tenant's own, else in any; empty when there is none.
  public Optional<String> help(Locale language, Locale own) {
    return Optional.ofNullable(helpTexts.get(language.getLanguage()))
        .or(() -> Optional.ofNullable(helpTexts.get(own.getLanguage())))
        .or(() -> helpTexts.values().stream().sorted().findFirst());
  }

  /// What is to change; whatever is empty stays as it is.
  ///
  /// @param accent an empty inside takes the color away
  /// @param logo an empty inside takes the picture away
  public record Change(
      Optional<Optional<AccentColor>> accent,
      Optional<Map<String, String>> helpTexts,
      Optional<List<String>> returnUrls,
      Optional<Optional<Logo>> logo) {}
}
