package io.tweestap.inbound;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditTrail;
import io.tweestap.inbound.jdbc.InboundRuleRows;
import io.tweestap.shared.Remembered;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// The ordered rules of tenants by which messages in go further. Remembered for five seconds, so a
/// change made on another node is seen within that time.
@Service
public class InboundRules {
  /// Most rules of a tenant.
  public static final int RULES_MAX = 100;

  private static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final int REMEMBERED_MAX = 1_000;

  private final InboundRuleRows rows;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Remembered<TenantId, List<Ready>> remembered;

  /// A rule whose expression is compiled.
  private record Ready(InboundRule rule, Optional<TextPattern> pattern) {
    static Ready of(InboundRule rule) {
      return new Ready(rule, rule.pattern().flatMap(TextPattern::of));
    }

    boolean takes(String to, String text) {
      return rule.number().filter(number -> !number.equals(to)).isEmpty()
          && rule.keyword().filter(word -> !word.equalsIgnoreCase(firstWord(text))).isEmpty()
          && pattern.filter(one -> !one.isFoundIn(text)).isEmpty();
    }
  }

  InboundRules(
      InboundRuleRows rows, AuditTrail audit, TransactionTemplate transaction, Clock clock) {
    this.rows = rows;
    this.audit = audit;
    this.transaction = transaction;
    this.remembered = new Remembered<>(REMEMBERED_MAX, REMEMBERED, clock);
  }

  /// The tenant's rules in their order, as they are in the database now.
  public List<InboundRule> list(TenantId tenant) {
    return rows.all(tenant);
  }

  /// Puts these rules in the place of all that there were.
  public void put(TenantId tenant, List<InboundRule> rules) {
    transaction.executeWithoutResult(_ -> {
      rows.put(tenant, rules);
      audit.recordDone(
          tenant, AuditAction.INBOUND_RULES_SET, Map.of("rules", Integer.toString(rules.size())));
    });
    remembered.forget(tenant);
  }

  /// The first rule that takes a message; empty when none does.
  Optional<InboundRule> first(TenantId tenant, String to, String text) {
    return remembered.get(tenant, of -> rows.all(of).stream().map(Ready::of).toList()).stream()
        .filter(one -> one.takes(to, text))
        .map(Ready::rule)
        .findFirst();
  }

  /// Letters and digits up to whatever else follows.
  static String firstWord(String text) {
    String bare = text.strip();
    int end = 0;
    while (end < bare.length() && Character.isLetterOrDigit(bare.codePointAt(end))) {
      end += Character.charCount(bare.codePointAt(end));
    }
    return bare.substring(0, end);
  }
}
