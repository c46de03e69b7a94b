package io.tweestap.inbound.web;

import io.tweestap.inbound.InboundRule;
import io.tweestap.shared.EmailAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules of a tenant as the API shows them.
record RulesView(List<RuleView> rules) {
  /// One rule.
  record RuleView(
      @Nullable String number,
      @Nullable String keyword,
      @Nullable String pattern,
      String to,
      @Nullable String address) {
    static RuleView of(InboundRule rule) {
      return new RuleView(
          rule.number().orElse(null),
          rule.keyword().orElse(null),
          rule.pattern().orElse(null),
          rule.to().text(),
          rule.address().map(EmailAddress::address).orElse(null));
    }
  }

  static RulesView of(List<InboundRule> rules) {
    return new RulesView(rules.stream().map(RuleView::of).toList());
  }
}
