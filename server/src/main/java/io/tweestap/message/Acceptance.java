package io.tweestap.message;

import io.tweestap.limit.Limit;
import io.tweestap.limit.LimitsTogether.Taking;
import io.tweestap.limit.Verdict;
import io.tweestap.message.JudgeRecipients.Fit;
import io.tweestap.message.JudgeRecipients.Judged;
import io.tweestap.message.SendOutcome.Refusal;
import io.tweestap.optout.OptOuts.Recipients;
import io.tweestap.optout.OptedOut;
import io.tweestap.risk.MessageGuard.Question;
import io.tweestap.risk.MessageVerdict;
import io.tweestap.risk.MessageVerdict.Counts;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.TenantSettings;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A request on its way through what the database is asked about, with what it asks there and what
/// the answers make of it. It is over as soon as it has an outcome.
final class Acceptance {
  /// What is known of a request before the database is asked.
  ///
  /// @param heedsOptOuts whether it goes only to those who did not say STOP
  record Request(
      TenantId tenant,
      TenantSettings settings,
      NewBatch batch,
      Judged judged,
      boolean heedsOptOuts) {}

  private final Request request;
  private final boolean billed;
  private Judged judged;
  private Optional<Counts> counted = Optional.empty();
  private @Nullable SendOutcome outcome;

  /// @param billed whether the tenant pays for it
  Acceptance(Request request, boolean billed) {
    this.request = request;
    this.billed = billed;
    this.judged = request.judged();
  }

  boolean isOpen() {
    return outcome == null;
  }

  boolean isForPeople() {
    return !judged.real().isEmpty();
  }

  boolean isBilled() {
    return billed;
  }

  TenantId tenant() {
    return request.tenant();
  }

  NewBatch batch() {
    return request.batch();
  }

  List<Fit> fit() {
    return judged.fit();
  }

  List<Fit> real() {
    return judged.real();
  }

  Recipients recipients() {
    return new Recipients(
        tenant(),
        request.heedsOptOuts()
            ? judged.real().stream().map(Fit::number).collect(Collectors.toSet())
            : Set.of());
  }

  void leaveOut(OptedOut optedOut) {
    judged = judged.without(optedOut);
    if (!judged.refusals().isEmpty()) {
      outcome = new SendOutcome.Refused(judged.refusals());
    }
  }

  /// @param reached whether what is sent reaches people
  Question question(boolean reached) {
    List<PhoneNumber> to = judged.real().stream().map(Fit::number).toList();
    return new Question(tenant(), request.settings().country(), to, reached);
  }

  void guarded(MessageVerdict verdict) {
    switch (verdict) {
      case MessageVerdict.Allowed(Optional<Counts> counts) -> counted = counts;
      case MessageVerdict.Held(Map<Integer, Duration> held) -> outcome = held(held);
    }
  }

  private SendOutcome held(Map<Integer, Duration> held) {
    return new SendOutcome.Refused(
        held.entrySet().stream()
            .map(one ->
                new Refusal(
                    judged.real().get(one.getKey()).index(), new Fault.HeldBack(one.getValue())))
            .sorted(Comparator.comparing(Refusal::index))
            .toList());
  }

  /// Only of what goes to people: nothing is sent to a test number, so it counts against no limit.
  Taking taking() {
    return new Taking(
        tenant(), request.settings().limits(), Limit.MESSAGES_PER_TENANT_DAY, judged.real().size());
  }

  void limited(Optional<Verdict.Refused> refused) {
    refused.ifPresent(no -> outcome = new SendOutcome.RateLimited(no.limit(), no.retryAfter()));
  }

  void end(SendOutcome outcome) {
    this.outcome = outcome;
  }

  /// What the guard counted of messages that are not sent after all.
  Optional<Counts> countedInVain() {
    return outcome instanceof SendOutcome.Accepted ? Optional.empty() : counted;
  }

  SendOutcome outcome() {
    if (outcome == null) {
      throw new IllegalStateException("the request is still open");
    }
    return outcome;
  }
}
