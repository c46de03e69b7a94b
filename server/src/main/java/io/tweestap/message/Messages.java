package io.tweestap.message;

import io.tweestap.limit.Limit;
import io.tweestap.limit.Limits;
import io.tweestap.limit.Use;
import io.tweestap.limit.Verdict;
import io.tweestap.message.JudgeRecipients.Fit;
import io.tweestap.message.JudgeRecipients.Judged;
import io.tweestap.message.NewBatch.Words;
import io.tweestap.message.Wordings.Source;
import io.tweestap.sender.SenderRules;
import io.tweestap.shared.Channel;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.TenantSettings;
import io.tweestap.tenant.Tenants;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/// A message of an application's own, from the request to the outbox: every recipient is judged,
/// the tenant's limit says yes, and then all of them are written at once or none is.
@Service
public class Messages {
  private static final Channel CHANNEL = Channel.SMS;

  private final Tenants tenants;
  private final Wordings wordings;
  private final JudgeRecipients recipients;
  private final SenderRules senders;
  private final Limits limits;
  private final EnterMessages entry;

  Messages(
      Tenants tenants,
      Wordings wordings,
      JudgeRecipients recipients,
      SenderRules senders,
      Limits limits,
      EnterMessages entry) {
    this.tenants = tenants;
    this.wordings = wordings;
    this.recipients = recipients;
    this.senders = senders;
    this.limits = limits;
    this.entry = entry;
  }

  /// Accepts a batch: durable on return, or with the caller's transaction where there is one.
  public SendOutcome send(TenantId tenant, NewBatch batch) {
    if (!entry.isServed()) {
      return new SendOutcome.ChannelNotAvailable(CHANNEL);
    }
    TenantSettings settings = tenants.get(tenant).settings();
    return wordings
        .source(tenant, batch.words())
        .map(words -> judge(tenant, settings, batch, words))
        .orElseGet(() -> noTemplate(batch.words()));
  }

  private static SendOutcome noTemplate(Words words) {
    return switch (words) {
      case Words.Template(String name) -> new SendOutcome.NoTemplate(name);
      case Words.Text _ -> throw new IllegalStateException("a text is its own source");
    };
  }

  private SendOutcome judge(
      TenantId tenant, TenantSettings settings, NewBatch batch, Source words) {
    Judged judged = recipients.judge(tenant, batch, words, settings, senders.of(tenant));
    if (!judged.refusals().isEmpty()) {
      return new SendOutcome.Refused(judged.refusals());
    }
    return switch (take(tenant, settings, judged.fit())) {
      case Verdict.Refused(Limit limit, Duration wait) -> new SendOutcome.RateLimited(limit, wait);
      case Verdict.Allowed _ -> entry.write(tenant, batch, judged.fit());
    };
  }

  /// Nothing is sent to a test number, so it counts against no limit.
  private Verdict take(TenantId tenant, TenantSettings settings, List<Fit> fit) {
    int real = (int) fit.stream().filter(one -> !one.test()).count();
    return real == 0
        ? new Verdict.Allowed(Map.of())
        : limits.take(
            tenant, settings.limits(), List.of(new Use(Limit.MESSAGES_PER_TENANT_DAY, "", real)));
  }
}
