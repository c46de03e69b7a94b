package io.tweestap.credit;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditTrail;
import io.tweestap.credit.jdbc.TrialRows;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.SandboxTenant;
import io.tweestap.tenant.TenantCreated;
import io.tweestap.tenant.Tenants;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// A new tenant's free messages. Until it has paid once they go out with the sender that it had
/// when it was made, and texts of its own only to numbers that it proved with a code; codes go
/// anywhere, for else none could be proven.
@Component
@EnableConfigurationProperties(CreditProperties.class)
class Trials {
  private final TrialRows rows;
  private final Prices prices;
  private final ProvenNumbers proven;
  private final Tenants tenants;
  private final AuditTrail audit;
  private final CreditProperties properties;

  Trials(
      TrialRows rows,
      Prices prices,
      ProvenNumbers proven,
      Tenants tenants,
      AuditTrail audit,
      CreditProperties properties) {
    this.rows = rows;
    this.prices = prices;
    this.proven = proven;
    this.tenants = tenants;
    this.audit = audit;
    this.properties = properties;
  }

  /// Part of the transaction that makes the tenant. Without prices nobody could send anything, so
  /// nobody is billed then.
  @EventListener
  void on(TenantCreated news) {
    String currency = properties.newTenants();
    if (currency.isEmpty() || news.tenant().equals(SandboxTenant.ID) || !prices.hasAny(currency)) {
      return;
    }
    String sender = tenants.find(news.tenant()).orElseThrow().settings().senderName();
    rows.open(news.tenant(), currency, properties.trialMessages(), sender);
    audit.recordDone(
        news.tenant(),
        AuditAction.CREDIT_ACCOUNT_OPENED,
        Map.of("currency", currency, "trial", String.valueOf(properties.trialMessages())));
  }

  /// Why the trial does not allow these messages; empty where it does, or the tenant has paid.
  Optional<Shortage> refusal(TenantId tenant, Trial trial, List<Item> items) {
    if (trial.paid()) {
      return Optional.empty();
    }
    if (!items.stream().allMatch(item -> item.sender().equals(trial.sender()))) {
      return Optional.of(new Shortage.TrialSender(trial.sender()));
    }
    List<PhoneNumber> texts =
        items.stream().filter(item -> !item.code()).map(Item::to).distinct().toList();
    Set<PhoneNumber> known = texts.isEmpty() ? Set.of() : proven.among(tenant, texts);
    return texts.stream()
        .filter(number -> !known.contains(number))
        .findFirst()
        .map(number -> new Shortage.TrialNumber(number.masked(), texts.size() - known.size()));
  }

  /// Takes from what is free, as part of the caller's transaction; all or nothing.
  ///
  /// @return whether there was enough
  boolean take(TenantId tenant, List<Item> items) {
    return rows.take(tenant, parts(items));
  }

  static int parts(List<Item> items) {
    return items.stream().mapToInt(Item::parts).sum();
  }
}
