package io.tweestap.sender.web;

import io.tweestap.sender.SenderKind;
import io.tweestap.sender.SenderRule;
import io.tweestap.shared.web.Fields;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Body of `PUT /v1/sender_rules/{country}`.
record SenderRuleBody(
    @Nullable String kind, @Nullable List<@Nullable String> senders, @Nullable String replacement) {
  private static final String NAME = "[A-Za-z0-9]([A-Za-z0-9 ]{0,9}[A-Za-z0-9])?";
  private static final String NUMBER = "[0-9]{3,8}|\\+[1-9][0-9]{6,14}";

  /// @param country two capital letters
  SenderRule read(String country) {
    SenderKind read =
        SenderKind.of(Fields.required("kind", kind))
            .orElseThrow(() ->
                Fields.invalid(
                    "kind", "must be one of alphanumeric, registered, replaced and numeric"));
    return new SenderRule(country, read, readSenders(read), readReplacement(read));
  }

  private List<String> readSenders(SenderKind read) {
    boolean needed = read == SenderKind.REGISTERED || read == SenderKind.NUMERIC;
    List<@Nullable String> given = senders == null ? List.of() : senders;
    if (needed && given.isEmpty()) {
      throw Fields.missing("senders", "senders must name at least one for this kind");
    }
    if (given.size() > SenderRule.SENDERS_MAX) {
      throw Fields.invalid("senders", "may be at most " + SenderRule.SENDERS_MAX);
    }
    Set<String> all = new LinkedHashSet<>();
    for (String sender : given) {
      all.add(sender("senders", sender, read == SenderKind.REGISTERED));
    }
    return List.copyOf(all);
  }

  private Optional<String> readReplacement(SenderKind read) {
    if (read != SenderKind.REPLACED) {
      if (replacement != null) {
        throw Fields.invalid("replacement", "goes with the kind replaced only");
      }
      return Optional.empty();
    }
    return Optional.of(sender("replacement", Fields.required("replacement", replacement), true));
  }

  private static String sender(String field, @Nullable String text, boolean nameAllowed) {
    if (text != null && (text.matches(NUMBER) || (nameAllowed && text.matches(NAME)))) {
      return text;
    }
    throw Fields.invalid(
        field,
        nameAllowed
            ? "must be names of 1 to 11 letters, digits and spaces, or numbers"
            : "must be numbers: 3 to 8 digits, or with + and the country code");
  }
}
