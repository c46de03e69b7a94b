package io.tweestap.message;

import io.tweestap.limit.Limit;
import io.tweestap.limit.LimitsTogether;
import io.tweestap.limit.Verdict;
import io.tweestap.message.JudgeRecipients.Fit;
import io.tweestap.message.JudgeRecipients.Judged;
import io.tweestap.message.NewBatch.Words;
import io.tweestap.message.SendOutcome.Refusal;
import io.tweestap.message.Wordings.Source;
import io.tweestap.risk.MessageGuard;
import io.tweestap.risk.MessageVerdict;
import io.tweestap.sender.SenderRules;
import io.tweestap.shared.Channel;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.TenantSettings;
import io.tweestap.tenant.Tenants;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
  private final MessageGuard guard;
  private final LimitsTogether limits;
  private final EnterMessages entry;

  Messages(
      Tenants tenants,
      Wordings wordings,
      JudgeRecipients recipients,
      SenderRules senders,
      MessageGuard guard,
      LimitsTogether limits,
      EnterMessages entry) {
    this.tenants = tenants;
    this.wordings = wordings;
    this.recipients = recipients;
    this.senders = senders;
    this.guard = guard;
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
    List<Integer> real = real(judged.fit());
    return switch (guarded(tenant, settings, judged.fit(), real)) {
      case MessageVerdict.Held(Map<Integer, Duration> held) -> held(held, real);
      case MessageVerdict.Allowed(Optional<MessageVerdict.Counts> counted) -> {
        SendOutcome outcome = enter(tenant, settings, batch, judged.fit());
        if (!(outcome instanceof SendOutcome.Accepted)) {
          counted.ifPresent(guard::takeBack);
        }
        yield outcome;
      }
    };
  }

  private SendOutcome enter(
      TenantId tenant, TenantSettings settings, NewBatch batch, List<Fit> fit) {
    return take(tenant, settings, fit)
        .<SendOutcome>map(no -> new SendOutcome.RateLimited(no.limit(), no.retryAfter()))
        .orElseGet(() -> entry.write(tenant, batch, fit));
  }

  /// Places of those that are no test numbers; no recipient was refused before, so they are places
  /// in the request.
  private static List<Integer> real(List<Fit> fit) {
    return IntStream.range(0, fit.size()).filter(i -> !fit.get(i).test()).boxed().toList();
  }

  private MessageVerdict guarded(
      TenantId tenant, TenantSettings settings, List<Fit> fit, List<Integer> real) {
    return guard.ask(
        tenant,
        settings.country(),
        real.stream().map(i -> fit.get(i).number()).toList(),
        entry.reachesPeople());
  }

  private static SendOutcome held(Map<Integer, Duration> held, List<Integer> real) {
    return new SendOutcome.Refused(
        held.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(one -> new Refusal(real.get(one.getKey()), new Fault.HeldBack(one.getValue())))
            .toList());
  }

  /// Nothing is sent to a test number, so it counts against no limit.
  private Optional<Verdict.Refused> take(TenantId tenant, TenantSettings settings, List<Fit> fit) {
    int real = (int) fit.stream().filter(one -> !one.test()).count();
    return real == 0
        ? Optional.empty()
        : limits.take(tenant, settings.limits(), Limit.MESSAGES_PER_TENANT_DAY, real);
  }
}
