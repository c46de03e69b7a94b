package io.tweestap.tenant.web;

import io.tweestap.tenant.AccentColor;
import io.tweestap.tenant.PageSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How the pages look, as the API shows it.
///
/// @param accent missing while it is that of Tweestap
/// @param hasLogo whether there is a picture; the picture itself is not repeated
record PageSettingsView(
    @Nullable String accent,
    Map<String, String> helpTexts,
    List<String> returnUrls,
    boolean hasLogo) {
  static PageSettingsView of(PageSettings settings) {
    return new PageSettingsView(
        settings.accent().map(AccentColor::text).orElse(null),
        new TreeMap<>(settings.helpTexts()),
        settings.returnUrls(),
        settings.logo().isPresent());
  }
}
