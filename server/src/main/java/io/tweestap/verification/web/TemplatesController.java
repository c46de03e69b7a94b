package io.tweestap.verification.web;

import io.tweestap.shared.Page;
import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import io.tweestap.tenant.TenantSettings;
import io.tweestap.tenant.Tenants;
import io.tweestap.verification.template.Template;
import io.tweestap.verification.template.TemplateRules;
import io.tweestap.verification.template.TemplateRules.Preview;
import io.tweestap.verification.template.Templates;
import io.tweestap.verification.text.CodeTexts;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/v1/templates`: the texts that a tenant writes for its codes.
@RestController
@RequestMapping("/v1/templates")
class TemplatesController {
  private static final String NAME = "[a-z0-9_-]{1,40}";

  private final Templates templates;
  private final TemplateRules rules;
  private final Tenants tenants;

  TemplatesController(Templates templates, TemplateRules rules, Tenants tenants) {
    this.templates = templates;
    this.rules = rules;
    this.tenants = tenants;
  }

  @GetMapping
  @RequiresScope(Scope.SETTINGS_READ)
  Page<TemplateView> list(@AuthenticationPrincipal Caller caller) {
    return new Page<>(
        templates.list(caller.tenant()).stream().map(found -> view(caller, found)).toList(), null);
  }

  @GetMapping("/{name}")
  @RequiresScope(Scope.SETTINGS_READ)
  TemplateView get(@AuthenticationPrincipal Caller caller, @PathVariable String name) {
    return templates
        .find(caller.tenant(), name)
        .map(found -> view(caller, found))
        .orElseThrow(TemplatesController::notFound);
  }

  @PutMapping("/{name}")
  @RequiresScope(Scope.SETTINGS_WRITE)
  TemplateView put(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String name,
      @RequestBody TemplateBody body) {
    if (!name.matches(NAME)) {
      throw Fields.invalid("name", "must have 1 to 40 of a-z, 0-9, _ and -");
    }
    if (!templates.put(caller.tenant(), name, read(body))) {
      throw Problem.of(
          ProblemCode.LIMIT_REACHED,
          "There are " + Templates.TEMPLATES_MAX + " templates. Delete one first.");
    }
    return get(caller, name);
  }

  @DeleteMapping("/{name}")
  @RequiresScope(Scope.SETTINGS_WRITE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@AuthenticationPrincipal Caller caller, @PathVariable String name) {
    if (!templates.delete(caller.tenant(), name)) {
      throw notFound();
    }
  }

  private Map<Locale, String> read(TemplateBody body) {
    Map<String, String> given = Fields.required("texts", body.texts());
    if (given.isEmpty()) {
      throw Fields.missing("texts", "texts must hold a text in at least one language");
    }
    Map<Locale, String> texts = new HashMap<>();
    given.forEach((language, text) -> texts.put(language(language), text(language, text)));
    return texts;
  }

  private static Locale language(String text) {
    return CodeTexts.LANGUAGES.stream()
        .filter(known -> known.getLanguage().equals(text))
        .findFirst()
        .orElseThrow(() -> Fields.invalid("texts", "may be in the languages nl, de and en"));
  }

  private String text(String language, @Nullable String body) {
    String text = Fields.required("texts." + language, body);
    rules
        .fault(text)
        .ifPresent(fault -> {
          throw Problem.of(
              ProblemCode.INVALID_TEMPLATE,
              "The text " + fault + ".",
              Map.of("field", "texts." + language));
        });
    return text;
  }

  private TemplateView view(Caller caller, Template template) {
    TenantSettings settings = tenants.get(caller.tenant()).settings();
    Map<String, TextView> texts = new TreeMap<>();
    template
        .texts()
        .forEach((locale, body) ->
            texts.put(
                locale.getLanguage(),
                TextView.of(
                    body,
                    rules.preview(body, locale, settings.senderName(), settings.loginHost()))));
    return new TemplateView(template.name(), texts, template.updatedAt());
  }

  private static Problem notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no template with this name.");
  }

  /// Body of `PUT /v1/templates/{name}`.
  ///
  /// @param texts text by language: nl, de, en
  record TemplateBody(@Nullable Map<String, String> texts) {}

  /// A template in an answer.
  record TemplateView(String name, Map<String, TextView> texts, Instant updatedAt) {}

  /// One text of it, and how it would arrive with an example code.
  ///
  /// @param smsParts of the preview; longer values can make it more
  record TextView(String text, String preview, String smsEncoding, int smsParts) {
    static TextView of(String text, Preview preview) {
      return new TextView(
          text,
          preview.text(),
          preview.encoding().name().toLowerCase(Locale.ROOT),
          preview.parts());
    }
  }
}
