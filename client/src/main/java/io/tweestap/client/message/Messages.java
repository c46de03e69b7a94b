package io.tweestap.client.message;

import io.tweestap.client.Pages;
import io.tweestap.client.Problem;
import io.tweestap.client.RequestRefused;
import io.tweestap.client.http.Call;
import io.tweestap.client.http.Fields;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Operation;
import io.tweestap.client.http.Reply;
import io.tweestap.client.message.SendOutcome.BadRecipient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Texts of your own to one or to many, and what became of messages. Recipients are masked, and
/// texts are never shown.
///
/// ```java
/// NewMessages reminder =
///     NewMessages.of(
///             List.of(
///                 MessageRecipient.of("+31612345678").variables(Map.of("time", "9:15")),
///                 MessageRecipient.of("+31612345679").variables(Map.of("time", "10:00"))),
///             "We expect you at {time}.")
///         .sendAt(tomorrow)
///         .validity(Duration.ofHours(1));
/// String seen =
///     switch (tweestap.messages().send(reminder)) {
///       case SendOutcome.Accepted(AcceptedMessages it) -> it.messages().size() + " accepted";
///       case SendOutcome.BadRecipients(List<BadRecipient> errors, int failed) ->
///           failed + " to correct: " + errors.getFirst().detail();
///       case SendOutcome.ChannelNotAvailable() -> "no carrier";
///       case SendOutcome.RateLimited(Duration waitFor, String limit) -> "later: " + limit;
///       case SendOutcome.Unpaid(String code, String detail) -> detail;
///     };
/// show(seen);
/// ```
///
/// ```java
/// tweestap
///     .messages()
///     .list(MessageFilter.all().state(MessageState.FAILED))
///     .forEach(message -> log(message.to() + ": " + message.lastError()));
/// ```
public final class Messages {
  private final Http http;

  /// Made by the client.
  public Messages(Http http) {
    this.http = http;
  }

  /// Sends to all of them or to none.
  public SendOutcome send(NewMessages messages) {
    Call call = Call.of(Operation.SEND_MESSAGES).json(messages);
    return switch (http.ask(call, AcceptedMessages.class)) {
      case Reply.Good<AcceptedMessages>(AcceptedMessages accepted) ->
          new SendOutcome.Accepted(accepted);
      case Reply.Bad<AcceptedMessages>(Problem problem) ->
          switch (problem.code()) {
            case "recipients_refused" -> badRecipients(problem);
            case "invalid_number",
                "country_not_allowed",
                "number_type_not_allowed",
                "sender_not_allowed",
                "opted_out" ->
                new SendOutcome.BadRecipients(
                    List.of(new BadRecipient(0, problem.code(), problem.detail())), 1);
            case "channel_not_available" -> new SendOutcome.ChannelNotAvailable();
            case "rate_limited" ->
                new SendOutcome.RateLimited(problem.retryAfter(), problem.text("limit"));
            case "insufficient_credit", "no_price", "trial_restricted" ->
                new SendOutcome.Unpaid(problem.code(), problem.detail());
            default -> throw new RequestRefused(problem);
          };
    };
  }

  private static SendOutcome badRecipients(Problem problem) {
    List<BadRecipient> errors = new ArrayList<>();
    if (problem.members().get("errors") instanceof List<?> lines) {
      for (Object line : lines) {
        if (line instanceof Map<?, ?> error && error.get("index") instanceof Number index) {
          errors.add(
              new BadRecipient(
                  index.intValue(),
                  String.valueOf(error.get("code")),
                  String.valueOf(error.get("detail"))));
        }
      }
    }
    return new SendOutcome.BadRecipients(errors, problem.number("failed").orElse(errors.size()));
  }

  /// Withdraws a message of your own, unless a carrier has been offered it.
  ///
  /// @return whether it is canceled; false when it was too late, or it is no message of your own
  public boolean cancel(UUID message) {
    return switch (http.ask(Call.of(Operation.CANCEL_MESSAGE, message), Message.class)) {
      case Reply.Good<Message>(Message canceled) -> true;
      case Reply.Bad<Message>(Problem problem) -> {
        if (problem.is("not_cancelable")) {
          yield false;
        }
        throw new RequestRefused(problem);
      }
    };
  }

  /// Takes recipient, reference and notes out of the record of a message that is over.
  ///
  /// @throws RequestRefused with `not_finished` while it waits to be sent
  public Message redact(UUID message) {
    return http.get(Call.of(Operation.REDACT_MESSAGE, message), Message.class);
  }

  /// How far a batch is. Empty when the tenant has none with this id.
  public Optional<MessageBatch> batch(UUID batch) {
    return http.find(Call.of(Operation.GET_MESSAGE_BATCH, batch), MessageBatch.class);
  }

  /// Withdraws what no carrier has been offered of a batch.
  public MessageBatch cancelBatch(UUID batch) {
    return http.get(Call.of(Operation.CANCEL_MESSAGE_BATCH, batch), MessageBatch.class);
  }

  /// Those of the tenant, newest first.
  public Pages<Message> list(MessageFilter filter) {
    return http.pages(Call.of(Operation.LIST_MESSAGES).query(filter), Message.class);
  }

  /// One. Empty when the tenant has none with this id.
  public Optional<Message> find(UUID message) {
    return http.find(Call.of(Operation.GET_MESSAGE, message), Message.class);
  }

  /// What a text comes to as an SMS. Sends nothing.
  public Estimate estimate(String text) {
    Call call = Call.of(Operation.ESTIMATE_MESSAGE).json(Fields.of("text", text));
    return http.get(call, Estimate.class);
  }

  /// The same, with what it costs to send to a country.
  ///
  /// @param country ISO 3166-1 alpha-2, two capital letters
  public Estimate estimate(String text, String country) {
    Fields body = Fields.of("text", text).and("country", country);
    return http.get(Call.of(Operation.ESTIMATE_MESSAGE).json(body), Estimate.class);
  }

  /// How a template reads with its values, and what that comes to. Sends nothing.
  ///
  /// @param locale language, as in `nl` or `pt-BR`
  public Estimate estimate(String template, String locale, Map<String, String> variables) {
    Fields body = Fields.of("template", template).and("locale", locale).and("variables", variables);
    return http.get(Call.of(Operation.ESTIMATE_MESSAGE).json(body), Estimate.class);
  }
}
