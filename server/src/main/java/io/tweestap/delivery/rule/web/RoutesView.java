package io.tweestap.delivery.rule.web;

import io.tweestap.delivery.Priority;
import io.tweestap.delivery.rule.RouteRule;
import io.tweestap.delivery.rule.RouteTable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A table of rules as the API shows it.
record RoutesView(int version, List<RuleView> rules) {
  /// One rule, see [RouteRule].
  record RuleView(
      String name,
      List<String> countries,
      List<String> prefixes,
      List<String> senders,
      List<String> priorities,
      List<UUID> tenants,
      List<ShareView> carriers,
      boolean only,
      @Nullable Boolean resendLost) {
    static RuleView of(RouteRule rule) {
      return new RuleView(
          rule.name(),
          rule.countries(),
          rule.prefixes(),
          rule.senders(),
          rule.priorities().stream().map(Priority::text).toList(),
          rule.tenants(),
          rule.carriers().stream()
              .map(share -> new ShareView(share.carrier(), share.weight()))
              .toList(),
          rule.only(),
          rule.resendLost().orElse(null));
    }
  }

  /// A carrier and its weight.
  record ShareView(String carrier, int weight) {}

  static RoutesView of(RouteTable table) {
    return new RoutesView(table.version(), table.rules().stream().map(RuleView::of).toList());
  }
}
