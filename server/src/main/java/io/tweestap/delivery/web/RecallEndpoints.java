package io.tweestap.delivery.web;

import io.tweestap.delivery.MessageState;
import io.tweestap.delivery.RecallOutcome;
import io.tweestap.delivery.Recalls;
import io.tweestap.delivery.jdbc.MessageRecord;
import io.tweestap.delivery.jdbc.MessageRecords;
import io.tweestap.delivery.jdbc.PartRecords;
import io.tweestap.shared.web.Problem;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Messages taken back, one by one or as a batch, and records that lose whom they are about.
@RestController
@RequestMapping("/v1/messages")
class RecallEndpoints {
  private final Recalls recalls;
  private final MessageRecords messages;
  private final PartRecords parts;

  RecallEndpoints(Recalls recalls, MessageRecords messages, PartRecords parts) {
    this.parts = parts;
    this.recalls = recalls;
    this.messages = messages;
  }

  /// Withdraws a message that no carrier has been offered.
  @PostMapping("/{id}/cancel")
  @RequiresScope(Scope.MESSAGES_WRITE)
  MessageView cancel(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
    return answer(caller, recalls.cancel(caller.tenant(), known(id, RecallProblems::notFound)));
  }

  /// Takes recipient, reference and notes out of the record.
  @PostMapping("/{id}/redact")
  @RequiresScope(Scope.MESSAGES_WRITE)
  MessageView redact(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
    return answer(caller, recalls.redact(caller.tenant(), known(id, RecallProblems::notFound)));
  }

  /// How far a batch is.
  @GetMapping("/batches/{id}")
  @RequiresScope(Scope.MESSAGES_READ)
  BatchView batch(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
    return view(caller, known(id, RecallProblems::noBatch), null);
  }

  /// Withdraws what no carrier has been offered of a batch.
  @PostMapping("/batches/{id}/cancel")
  @RequiresScope(Scope.MESSAGES_WRITE)
  BatchView cancelBatch(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
    UUID batch = known(id, RecallProblems::noBatch);
    int canceled = recalls.cancelBatch(caller.tenant(), batch);
    return view(caller, batch, canceled);
  }

  private BatchView view(Caller caller, UUID batch, @Nullable Integer canceled) {
    Map<MessageState, Integer> counts = messages.batch(caller.tenant(), batch);
    if (counts.isEmpty()) {
      throw RecallProblems.noBatch();
    }
    return BatchView.of(batch, counts, canceled);
  }

  private MessageView answer(Caller caller, RecallOutcome outcome) {
    return switch (outcome) {
      case RecallOutcome.Done(MessageRecord message) ->
          MessageView.of(
              message,
              parts
                  .of(caller.tenant(), List.of(message.id()))
                  .getOrDefault(message.id(), List.of()));
      case RecallOutcome.TooLate(MessageState state) -> throw RecallProblems.tooLate(state);
      case RecallOutcome.TooEarly() -> throw RecallProblems.tooEarly();
      case RecallOutcome.NotByClient() -> throw RecallProblems.notByClient();
      case RecallOutcome.NotFound() -> throw RecallProblems.notFound();
    };
  }

  private static UUID known(String id, Supplier<Problem> otherwise) {
    return MessageQuery.uuid(id).orElseThrow(otherwise);
  }
}
