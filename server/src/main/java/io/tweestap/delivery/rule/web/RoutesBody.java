package io.tweestap.delivery.rule.web;

import io.tweestap.delivery.rule.RouteRule;
import io.tweestap.delivery.rule.RouteTable;
import io.tweestap.shared.web.Fields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Body of `PUT /v1/routes`.
///
/// @param version that the rules were made from; without it they replace whatever there is
record RoutesBody(@Nullable Integer version, @Nullable List<@Nullable RuleBody> rules) {
  List<RouteRule> read() {
    List<@Nullable RuleBody> given = Fields.required("rules", rules);
    if (given.size() > RouteTable.RULES_MAX) {
      throw Fields.invalid("rules", "may be at most " + RouteTable.RULES_MAX);
    }
    List<RouteRule> read = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < given.size(); i++) {
      String place = "rules[" + i + "]";
      RouteRule rule = Fields.required(place, given.get(i)).read(place);
      if (!names.add(rule.name())) {
        throw Fields.invalid(place + ".name", "is the name of another rule");
      }
      read.add(rule);
    }
    return read;
  }
}
