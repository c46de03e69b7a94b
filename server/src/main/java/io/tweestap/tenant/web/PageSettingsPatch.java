package io.tweestap.tenant.web;

import io.tweestap.tenant.AccentColor;
import io.tweestap.tenant.Logo;
import io.tweestap.tenant.PageSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// A JSON merge patch (RFC 7396) of how a tenant's pages look. `null` takes color and picture away.
record PageSettingsPatch(BodyFields fields) {
  private static final Set<String> KNOWN = Set.of("accent", "help_texts", "return_urls", "logo");

  static PageSettingsPatch of(ObjectNode body) {
    return new PageSettingsPatch(new BodyFields(body).requireKnown(KNOWN));
  }

  /// @throws io.tweestap.shared.web.Problem when a value is not allowed
  PageSettings.Change change() {
    return new PageSettings.Change(accent(), helpTexts(), returnUrls(), logo());
  }

  private Optional<Optional<AccentColor>> accent() {
    return fields.isNull("accent")
        ? Optional.of(Optional.empty())
        : fields.text("accent").map(PageRules::accent).map(Optional::of);
  }

  private Optional<Optional<Logo>> logo() {
    return fields.isNull("logo")
        ? Optional.of(Optional.empty())
        : fields.text("logo").map(PageRules::logo).map(Optional::of);
  }

  private Optional<List<String>> returnUrls() {
    return fields.texts("return_urls").map(urls -> PageRules.returnUrls(new ArrayList<>(urls)));
  }

  /// All of them at once: a language that is not named has no text from now on.
  private Optional<Map<String, String>> helpTexts() {
    return fields.object("help_texts").map(PageSettingsPatch::texts);
  }

  private static Map<String, String> texts(ObjectNode given) {
    Map<String, String> texts = new HashMap<>();
    given.forEachEntry((language, text) -> {
      if (!text.isString()) {
        throw BodyFields.wrongKind("help_texts." + BodyFields.shown(language), "a text");
      }
      texts.put(PageRules.language(language), PageRules.helpText(language, text.stringValue()));
    });
    texts.values().removeIf(String::isBlank);
    return texts;
  }
}
