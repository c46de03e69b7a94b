package io.tweestap.delivery;

import io.tweestap.delivery.jdbc.OutboxRows;
import io.tweestap.delivery.rule.RouteFacts;
import io.tweestap.delivery.rule.RouteRule;
import io.tweestap.delivery.rule.RouteRules;
import io.tweestap.delivery.rule.RuleOrder;
import io.tweestap.risk.PhoneNumbers;
import io.tweestap.shared.PhoneNumber;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Puts the carriers for a message in their order: by the rules, and where none fits, by rank.
@Component
class OrderCandidates {
  private final RouteRules rules;
  private final OutboxRows rows;
  private final PhoneNumbers numbers;

  OrderCandidates(RouteRules rules, OutboxRows rows, PhoneNumbers numbers) {
    this.rules = rules;
    this.rows = rows;
    this.numbers = numbers;
  }

  /// @param byRank carriers that serve the message's channel, the best first
  List<Candidate> order(RouteQuery query, List<String> byRank) {
    List<RouteRule> all = rules.all();
    return all.isEmpty() ? RuleOrder.byRank(byRank) : RuleOrder.order(all, facts(query), byRank);
  }

  /// Whether the rule that decides has lost messages go to another carrier; empty where none says.
  Optional<Boolean> resendsLost(RouteQuery query, List<String> byRank) {
    List<RouteRule> all = rules.all();
    return all.stream().allMatch(rule -> rule.resendLost().isEmpty())
        ? Optional.empty()
        : RuleOrder.deciding(all, facts(query), byRank).flatMap(RouteRule::resendLost);
  }

  private RouteFacts facts(RouteQuery query) {
    Optional<PhoneNumber> number =
        query.channel().isPhone()
            ? Optional.of(new PhoneNumber(recipient(query)))
            : Optional.empty();
    return new RouteFacts(
        query.tenant(),
        query.message(),
        query.priority(),
        query.sender(),
        number.map(PhoneNumber::e164).orElse(""),
        number.flatMap(numbers::country));
  }

  private String recipient(RouteQuery query) {
    return switch (query.recipient()) {
      case RouteQuery.Recipient.Plain(String text) -> text;
      case RouteQuery.Recipient.Hidden(byte[] sealed) ->
          rows.recipient(query.tenant(), query.message(), sealed);
    };
  }
}
