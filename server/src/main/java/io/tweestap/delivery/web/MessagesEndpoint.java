package io.tweestap.delivery.web;

import io.tweestap.delivery.MessageState;
import io.tweestap.delivery.jdbc.MessageFilter;
import io.tweestap.delivery.jdbc.MessageRecord;
import io.tweestap.delivery.jdbc.MessageRecords;
import io.tweestap.delivery.jdbc.PartRecord;
import io.tweestap.delivery.jdbc.PartRecords;
import io.tweestap.shared.Channel;
import io.tweestap.shared.Page;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
  ///
  /// @param about id of what caused them, such as a verification
  @GetMapping
  @RequiresScope(Scope.MESSAGES_READ)
  Page<MessageView> list(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String channel,
      @RequestParam(required = false) @Nullable String about,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    MessageFilter filter =
        new MessageFilter(
            read("state", state, MessageState::of),
            read("channel", channel, Channel::of),
            read("about", about, MessagesEndpoint::uuid));
    Page<MessageRecord> page =
        messages.list(caller.tenant(), filter, Paging.cursor(cursor), Paging.size(limit));
    Map<UUID, List<PartRecord>> partsOf =
        parts.of(caller.tenant(), page.data().stream().map(MessageRecord::id).toList());
    return page.map(
        message -> MessageView.of(message, partsOf.getOrDefault(message.id(), List.of())));
  }

  /// One message.
  @GetMapping("/{id}")
  @RequiresScope(Scope.MESSAGES_READ)
  MessageView one(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
    return uuid(id)
        .flatMap(known -> messages.find(caller.tenant(), known))
        .map(message -> MessageView.of(message, partsOf(caller, message)))
        .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND, "There is no message with this id."));
  }

  private List<PartRecord> partsOf(Caller caller, MessageRecord message) {
    return parts.of(caller.tenant(), List.of(message.id())).getOrDefault(message.id(), List.of());
  }

  private static <T> Optional<T> read(
      String field, @Nullable String text, Function<String, Optional<T>> form) {
    if (text == null) {
      return Optional.empty();
    }
    Optional<T> value = form.apply(text);
    if (value.isEmpty()) {
      throw Problem.of(
          ProblemCode.INVALID_FIELD,
          "The filter " + field + " has a value that it does not know.",
          Map.of("field", field));
    }
    return value;
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
