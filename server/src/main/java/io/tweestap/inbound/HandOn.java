package io.tweestap.inbound;

import io.tweestap.delivery.NewMessage;
import io.tweestap.delivery.Outbox;
import io.tweestap.delivery.Priority;
import io.tweestap.shared.Channel;
import io.tweestap.shared.EmailAddress;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.Tenant;
import io.tweestap.tenant.Tenants;
import io.tweestap.webhook.EventType;
import io.tweestap.webhook.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Sends a message in on to where the tenant's rules say: written with the message itself, so that
/// it goes there if and only if it was kept, once.
@Component
class HandOn {
  /// After this a mail about it is worth nothing.
  private static final Duration MAIL_LIFE = Duration.ofDays(1);

  private final InboundRules rules;
  private final Webhooks webhooks;
  private final Outbox outbox;
  private final Tenants tenants;

  HandOn(InboundRules rules, Webhooks webhooks, Outbox outbox, Tenants tenants) {
    this.rules = rules;
    this.webhooks = webhooks;
    this.outbox = outbox;
    this.tenants = tenants;
  }

  /// As part of the caller's transaction. What no rule takes goes to the webhooks.
  void hand(TenantId tenant, UUID id, WholeMessage message, Instant now) {
    Optional<InboundRule> rule = rules.first(tenant, message.to(), message.text());
    switch (rule.map(InboundRule::to).orElse(InboundTarget.WEBHOOK)) {
      case WEBHOOK ->
          webhooks.record(
              tenant, EventType.MESSAGE_RECEIVED, InboundNews.recorded(id, message, now));
      case MAIL ->
          outbox.add(
              tenant,
              mail(
                  tenants.get(tenant),
                  id,
                  rule.flatMap(InboundRule::address).orElseThrow(),
                  message,
                  now));
      case INBOX -> {}
    }
  }

  private static NewMessage mail(
      Tenant tenant, UUID id, EmailAddress to, WholeMessage message, Instant now) {
    return new NewMessage(
        id,
        Priority.NOTICE,
        Channel.EMAIL,
        to.address(),
        to.masked(),
        tenant.settings().senderName(),
        message.from() + " > " + message.to(),
        message.text(),
        tenant.settings().locale(),
        now.plus(MAIL_LIFE));
  }
}
