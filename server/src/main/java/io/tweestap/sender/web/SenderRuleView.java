package io.tweestap.sender.web;

import io.tweestap.sender.SenderRule;
import io.tweestap.sender.SenderRulesOfTenant.Effective;
import io.tweestap.sender.SenderRulesOfTenant.Source;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A sender rule as the API shows it.
///
/// @param source `tenant` or `installation`
record SenderRuleView(
    String country,
    String kind,
    List<String> senders,
    @Nullable String replacement,
    String source) {
  static SenderRuleView of(Effective effective) {
    return of(effective.rule(), effective.source());
  }

  static SenderRuleView of(SenderRule rule, Source source) {
    return new SenderRuleView(
        rule.country(),
        rule.kind().text(),
        rule.senders(),
        rule.replacement().orElse(null),
        source.name().toLowerCase(Locale.ROOT));
  }
}
