package io.tweestap.risk.web;

import io.tweestap.risk.Decision;
import io.tweestap.risk.DecisionFilter;
import io.tweestap.risk.rule.Rule;
import io.tweestap.shared.web.QueryFields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The query of `GET /v1/fraud/decisions`.
record DecisionQuery(
    @Nullable String action,
    @Nullable String rule,
    @Nullable String country,
    @Nullable String since,
    @Nullable String until,
    @Nullable String cursor,
    @Nullable Integer limit) {
  DecisionFilter read() {
    return new DecisionFilter(
        QueryFields.known("action", action, Decision.Action::of),
        QueryFields.known("rule", rule, Rule::of),
        QueryFields.known(
            "country", country, text -> Optional.of(text).filter(it -> it.matches("[A-Z]{2}"))),
        QueryFields.moment("since", since),
        QueryFields.moment("until", until),
        QueryFields.cursor(cursor),
        QueryFields.size(limit));
  }
}
