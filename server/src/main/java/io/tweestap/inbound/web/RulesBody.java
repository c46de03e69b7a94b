package io.tweestap.inbound.web;

import io.tweestap.inbound.InboundRule;
import io.tweestap.inbound.InboundRules;
import io.tweestap.inbound.InboundTarget;
import io.tweestap.inbound.TextPattern;
import io.tweestap.shared.EmailAddress;
import io.tweestap.shared.web.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Body of `PUT /v1/inbound_rules`.
record RulesBody(@Nullable List<@Nullable RuleBody> rules) {
  private static final String NUMBER = "[0-9]{3,8}|\\+[1-9][0-9]{6,14}";
  private static final String WORD = "[\\p{L}\\p{N}]{1,40}";

  /// One rule; what is missing is no condition.
  record RuleBody(
      @Nullable String number,
      @Nullable String keyword,
      @Nullable String pattern,
      @Nullable String to,
      @Nullable String address) {
    InboundRule read(String at) {
      InboundTarget target =
          InboundTarget.of(Fields.required(at + "to", to))
              .orElseThrow(
                  () -> Fields.invalid(at + "to", "must be one of webhook, mail and inbox"));
      return new InboundRule(
          fitting(at + "number", number, NUMBER, "must be a number of yours, as in +31850601234"),
          fitting(at + "keyword", keyword, WORD, "must be one word of letters and digits"),
          readPattern(at + "pattern"),
          target,
          readAddress(at + "address", target));
    }

    private static Optional<String> fitting(
        String field, @Nullable String text, String form, String otherwise) {
      if (text != null && !text.matches(form)) {
        throw Fields.invalid(field, otherwise);
      }
      return Optional.ofNullable(text);
    }

    private Optional<String> readPattern(String field) {
      if (pattern != null && TextPattern.of(pattern).isEmpty()) {
        throw Fields.invalid(
            field,
            "must be a regular expression of RE2 with at most "
                + TextPattern.LENGTH_MAX
                + " characters that repeats nothing more than 1000 times");
      }
      return Optional.ofNullable(pattern);
    }

    private Optional<EmailAddress> readAddress(String field, InboundTarget target) {
      if (target != InboundTarget.MAIL) {
        if (address != null) {
          throw Fields.invalid(field, "goes with mail only");
        }
        return Optional.empty();
      }
      try {
        return Optional.of(new EmailAddress(Fields.required(field, address)));
      } catch (IllegalArgumentException _) {
        throw Fields.invalid(field, "must be a mail address");
      }
    }
  }

  List<InboundRule> read() {
    List<@Nullable RuleBody> given = Fields.required("rules", rules);
    if (given.size() > InboundRules.RULES_MAX) {
      throw Fields.invalid("rules", "may be at most " + InboundRules.RULES_MAX);
    }
    List<InboundRule> read = new ArrayList<>();
    for (RuleBody one : given) {
      String at = "rules[" + read.size() + "]";
      read.add(Fields.required(at, one).read(at + "."));
    }
    requireBearable(read);
    return read;
  }

  /// Each message in may have to be compared with all of them.
  private static void requireBearable(List<InboundRule> read) {
    int sizes =
        read.stream()
            .flatMap(rule -> rule.pattern().flatMap(TextPattern::of).stream())
            .mapToInt(TextPattern::size)
            .sum();
    if (sizes > TextPattern.PROGRAMS_MAX) {
      throw Fields.invalid(
          "rules", "have patterns that take too long together; let them repeat less");
    }
  }
}
