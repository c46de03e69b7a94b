package io.tweestap.delivery.web;

import io.tweestap.delivery.jdbc.MessageRecord;
import io.tweestap.delivery.jdbc.MessageRecords;
import io.tweestap.delivery.jdbc.PartRecord;
import io.tweestap.delivery.jdbc.PartRecords;
import io.tweestap.shared.Page;
import io.tweestap.shared.web.QueryFields;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What became of the messages of a tenant; those that failed show why.
@RestController
@RequestMapping("/v1/messages")
class MessagesEndpoint {
  private final MessageRecords messages;
  private final PartRecords parts;

  MessagesEndpoint(MessageRecords messages, PartRecords parts) {
    this.messages = messages;
    this.parts = parts;
  }

  /// Messages, newest first.
  @GetMapping
  @RequiresScope(Scope.MESSAGES_READ)
  Page<MessageView> list(@AuthenticationPrincipal Caller caller, MessageQuery query) {
    Page<MessageRecord> page =
        messages.list(
            caller.tenant(),
            query.read(),
            QueryFields.cursor(query.cursor()),
            QueryFields.size(query.limit()));
    Map<UUID, List<PartRecord>> partsOf =
        parts.of(caller.tenant(), page.data().stream().map(MessageRecord::id).toList());
    return page.map(
        message -> MessageView.of(message, partsOf.getOrDefault(message.id(), List.of())));
  }

  /// One message.
  @GetMapping("/{id}")
  @RequiresScope(Scope.MESSAGES_READ)
  MessageView one(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
    return MessageQuery.uuid(id)
        .flatMap(known -> messages.find(caller.tenant(), known))
        .map(message -> view(caller, message))
        .orElseThrow(RecallProblems::notFound);
  }

  private MessageView view(Caller caller, MessageRecord message) {
    MessageView view = MessageView.of(message, partsOf(caller, message));
    return message
        .learned()
        .filter(_ -> caller.scopes().contains(Scope.LINKS_READ))
        .map(learned -> view.with(LearnedView.of(learned)))
        .orElse(view);
  }

  private List<PartRecord> partsOf(Caller caller, MessageRecord message) {
    return parts.of(caller.tenant(), List.of(message.id())).getOrDefault(message.id(), List.of());
  }
}
