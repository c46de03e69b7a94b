package io.tweestap.message;

import io.tweestap.delivery.Priority;
import io.tweestap.message.Acceptance.Request;
import io.tweestap.message.JudgeRecipients.Judged;
import io.tweestap.message.NewBatch.Words;
import io.tweestap.message.Wordings.Source;
import io.tweestap.optout.OptOutChoices;
import io.tweestap.sender.SenderRules;
import io.tweestap.shared.Channel;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.TenantSettings;
import io.tweestap.tenant.Tenants;
import org.springframework.stereotype.Service;

/// A message of an application's own, from the request to the outbox: every recipient is judged,
/// the fraud guard and the tenant's limit say yes, and then all of them are written at once or none
/// is.
@Service
public class Messages {
  private static final Channel CHANNEL = Channel.SMS;

  private final Tenants tenants;
  private final Wordings wordings;
  private final JudgeRecipients recipients;
  private final SenderRules senders;
  private final OptOutChoices choices;
  private final EnterMessages entry;
  private final AcceptTogether acceptance;

  Messages(
      Tenants tenants,
      Wordings wordings,
      JudgeRecipients recipients,
      SenderRules senders,
      OptOutChoices choices,
      EnterMessages entry,
      AcceptTogether acceptance) {
    this.tenants = tenants;
    this.wordings = wordings;
    this.recipients = recipients;
    this.senders = senders;
    this.choices = choices;
    this.entry = entry;
    this.acceptance = acceptance;
  }

  /// Accepts a batch: durable on return, or with the caller's transaction where there is one.
  public SendOutcome send(TenantId tenant, NewBatch batch) {
    if (!entry.isServed()) {
      return new SendOutcome.ChannelNotAvailable(CHANNEL);
    }
    return wordings
        .source(tenant, batch.words())
        .map(words -> send(tenant, tenants.get(tenant).settings(), batch, words))
        .orElseGet(() -> noTemplate(batch.words()));
  }

  private static SendOutcome noTemplate(Words words) {
    return switch (words) {
      case Words.Template(String name) -> new SendOutcome.NoTemplate(name);
      case Words.Text _ -> throw new IllegalStateException("a text is its own source");
    };
  }

  private SendOutcome send(TenantId tenant, TenantSettings settings, NewBatch batch, Source words) {
    Judged judged = recipients.judge(batch, words, settings, senders.of(tenant));
    return judged.fit().isEmpty()
        ? new SendOutcome.Refused(judged.refusals())
        : acceptance.accept(
            new Request(tenant, settings, batch, judged, heedsOptOuts(tenant, batch.priority())));
  }

  /// Codes are sent to whoever asked for them, unless the tenant chose otherwise.
  private boolean heedsOptOuts(TenantId tenant, Priority priority) {
    return priority != Priority.CODE || !choices.of(tenant).codesExempt();
  }
}
