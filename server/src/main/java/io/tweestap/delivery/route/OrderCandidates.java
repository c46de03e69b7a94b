package io.tweestap.delivery.route;

import io.tweestap.delivery.jdbc.OutboxRows;
import io.tweestap.delivery.learn.LearnedOrder;
import io.tweestap.delivery.learn.LearnedOrder.Ordered;
import io.tweestap.delivery.rule.RouteFacts;
import io.tweestap.delivery.rule.RouteRule;
import io.tweestap.delivery.rule.RouteRules;
import io.tweestap.delivery.rule.RuleOrder;
import io.tweestap.risk.PhoneNumbers;
import io.tweestap.shared.PhoneNumber;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Puts the carriers for a message in their order: by the rules, and where none fits, by rank; for
/// codes, experience has a say.
@Component
class OrderCandidates {
  private final RouteRules rules;
  private final OutboxRows rows;
  private final PhoneNumbers numbers;
  private final LearnedOrder learning;

  OrderCandidates(RouteRules rules, OutboxRows rows, PhoneNumbers numbers, LearnedOrder learning) {
    this.rules = rules;
    this.rows = rows;
    this.numbers = numbers;
    this.learning = learning;
  }

  /// @param byRank carriers that serve the message's channel, the best first
  Ordered order(RouteQuery query, List<String> byRank) {
    List<RouteRule> all = rules.all();
    boolean learns = learning.isAsked(query.channel(), query.priority(), byRank.size());
    if (all.isEmpty() && !learns) {
      return Ordered.plain(RuleOrder.byRank(byRank));
    }
    RouteFacts facts = facts(query);
    List<Candidate> order = RuleOrder.order(all, facts, byRank);
    boolean ruled = RuleOrder.deciding(all, facts, byRank).isPresent();
    return learns ? learning.order(query.channel(), facts, order, ruled) : Ordered.plain(order);
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
