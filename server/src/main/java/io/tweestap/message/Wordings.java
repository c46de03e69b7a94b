package io.tweestap.message;

import io.tweestap.message.NewBatch.Words;
import io.tweestap.message.template.MessageTemplate;
import io.tweestap.message.template.MessageTemplates;
import io.tweestap.shared.TenantId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Finds what is said: a text as it was given, or a template's in a language.
@Service
public class Wordings {
  private final MessageTemplates templates;

  Wordings(MessageTemplates templates) {
    this.templates = templates;
  }

  /// The words of a request, in whichever languages they have.
  public sealed interface Source {
    /// The wording for a wish, and the language that it is in; empty where there is none.
    ///
    /// @param own the tenant's language
    Optional<Spoken> in(Locale wished, Locale own);

    /// A text knows no languages: it is in the one that was wished.
    record Text(Wording wording) implements Source {
      @Override
      public Optional<Spoken> in(Locale wished, Locale own) {
        return Optional.of(new Spoken(wished, wording));
      }
    }

    /// A template; its texts are looked through once each.
    record Template(MessageTemplate template, Map<Locale, Optional<Spoken>> found)
        implements Source {
      @Override
      public Optional<Spoken> in(Locale wished, Locale own) {
        return found.computeIfAbsent(
            wished,
            _ ->
                template
                    .in(wished, own)
                    .map(chosen ->
                        new Spoken(
                            chosen.locale(), new Wording(chosen.text(), template.variables()))));
      }
    }
  }

  /// A wording in a language.
  public record Spoken(Locale locale, Wording wording) {}

  /// Where the words come from; empty when there is no such template.
  public Optional<Source> source(TenantId tenant, Words words) {
    return switch (words) {
      case Words.Text(String text) -> Optional.of(new Source.Text(Wording.of(text)));
      case Words.Template(String name) ->
          templates
              .find(tenant, name)
              .map(template -> new Source.Template(template, new HashMap<>()));
    };
  }
}
