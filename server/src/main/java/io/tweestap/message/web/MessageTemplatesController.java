package io.tweestap.message.web;

import io.tweestap.message.NewBatch;
import io.tweestap.message.Wording;
import io.tweestap.message.template.MessageTemplate;
import io.tweestap.message.template.MessageTemplates;
import io.tweestap.shared.Page;
import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

/// `/v1/message_templates`: the texts that a tenant keeps for its own messages.
@RestController
@RequestMapping("/v1/message_templates")
class MessageTemplatesController {
  private static final String NAME = "[a-z0-9_-]{1,40}";
  private static final int LANGUAGES_MAX = 30;

  private final MessageTemplates templates;

  MessageTemplatesController(MessageTemplates templates) {
    this.templates = templates;
  }

  @GetMapping
  @RequiresScope(Scope.SETTINGS_READ)
  Page<TemplateView> list(@AuthenticationPrincipal Caller caller) {
    return new Page<>(
        templates.list(caller.tenant()).stream().map(TemplateView::of).toList(), null);
  }

  @GetMapping("/{name}")
  @RequiresScope(Scope.SETTINGS_READ)
  TemplateView get(@AuthenticationPrincipal Caller caller, @PathVariable String name) {
    return templates
        .find(caller.tenant(), name)
        .map(TemplateView::of)
        .orElseThrow(MessageTemplatesController::notFound);
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
    Set<String> variables = body.readVariables();
    if (!templates.put(caller.tenant(), name, variables, body.readTexts(variables))) {
      throw Problem.of(
          ProblemCode.LIMIT_REACHED,
          "There are " + MessageTemplates.TEMPLATES_MAX + " templates. Delete one first.");
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

  private static Problem notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no template with this name.");
  }

  /// Body of `PUT /v1/message_templates/{name}`.
  ///
  /// @param variables names; none when left out
  /// @param texts text by language tag: `nl`, `pt-BR`
  record TemplateBody(
      @Nullable List<@Nullable String> variables, @Nullable Map<String, @Nullable String> texts) {
    Set<String> readVariables() {
      List<@Nullable String> given = variables == null ? List.of() : variables;
      if (given.size() > RecipientBody.VARIABLES_MAX) {
        throw Fields.invalid("variables", "may be at most " + RecipientBody.VARIABLES_MAX);
      }
      Set<String> read = new TreeSet<>();
      for (String name : given) {
        if (name == null || !name.matches(RecipientBody.VARIABLE)) {
          throw Fields.invalid("variables", RecipientBody.VARIABLE_RULE);
        }
        read.add(name);
      }
      return read;
    }

    Map<Locale, String> readTexts(Set<String> declared) {
      Map<String, @Nullable String> given = Fields.required("texts", texts);
      if (given.isEmpty() || given.size() > LANGUAGES_MAX) {
        throw Fields.invalid("texts", "must be in 1 to " + LANGUAGES_MAX + " languages");
      }
      Map<Locale, String> read = new HashMap<>();
      given.forEach((tag, text) -> read.put(language(tag), text(tag, text, declared)));
      return read;
    }

    private static Locale language(String tag) {
      if (!tag.matches(RecipientBody.LANGUAGE)) {
        throw Fields.invalid("texts", "are by language, as in nl or pt-BR");
      }
      return Locale.forLanguageTag(tag);
    }

    private static String text(String tag, @Nullable String text, Set<String> declared) {
      String field = "texts." + tag;
      String read = TextField.readToSend(field, text, NewBatch.TEXT_MAX);
      Set<String> unknown = new TreeSet<>(Wording.placesIn(read));
      unknown.removeAll(declared);
      if (!unknown.isEmpty()) {
        throw Problem.of(
            ProblemCode.INVALID_TEMPLATE,
            "The text has a place {" + unknown.iterator().next() + "} that variables do not name.",
            Map.of("field", field));
      }
      return read;
    }
  }

  /// A template in an answer.
  record TemplateView(
      String name, List<String> variables, Map<String, String> texts, Instant updatedAt) {
    static TemplateView of(MessageTemplate template) {
      Map<String, String> texts = new TreeMap<>();
      template.texts().forEach((locale, text) -> texts.put(locale.toLanguageTag(), text));
      return new TemplateView(
          template.name(),
          template.variables().stream().sorted().toList(),
          texts,
          template.updatedAt());
    }
  }
}
