package io.tweestap.client.settings;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the pages for a tenant's users look, and where they may lead back to.
///
/// @param accent color of buttons and links. It must be readable (WCAG 2.2, 1.4.3: a contrast of
///   4.5); on dark pages a lighter one is derived.
/// @param helpTexts how users get help, by language; a page in another language shows that of the
///   tenant's own
/// @param returnUrls where the hosted prompt may lead back to. An address is compared whole,
///   character by character; `https`, and `http` at this machine only.
/// @param hasLogo whether there is a picture
public record PageSettings(
    @Nullable String accent,
    Map<String, String> helpTexts,
    List<String> returnUrls,
    boolean hasLogo) {}
