package io.tweestap.client.settings;

import io.tweestap.client.http.Body;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is to change; what is missing stays.
public final class PageSettingsChange extends Body<PageSettingsChange> {
  private PageSettingsChange(Map<String, @Nullable Object> fields) {
    super(fields, PageSettingsChange::new);
  }

  /// Nothing yet.
  public static PageSettingsChange empty() {
    return new PageSettingsChange(Map.of());
  }

  /// Color of buttons and links. It must be readable (WCAG 2.2, 1.4.3: a contrast of 4.5); on dark
  /// pages a lighter one is derived. `null` takes it away.
  public PageSettingsChange accent(@Nullable String accent) {
    return with("accent", accent);
  }

  /// How users get help, by language. All languages at once: one that is not named has no text from
  /// now on.
  public PageSettingsChange helpTexts(Map<String, String> helpTexts) {
    return with("help_texts", helpTexts);
  }

  /// Where the hosted prompt may lead back to. An address is compared whole, character by
  /// character; `https`, and `http` at this machine only.
  public PageSettingsChange returnUrls(List<String> returnUrls) {
    return with("return_urls", returnUrls);
  }

  /// A PNG or JPEG picture of at most 32 KiB as a data URI, shown 36 pixels high; `null` takes it
  /// away.
  public PageSettingsChange logo(@Nullable String logo) {
    return with("logo", logo);
  }
}
