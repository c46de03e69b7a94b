package io.tweestap.message.web;

import io.tweestap.credit.Shortage;
import io.tweestap.credit.web.CreditProblems;
import io.tweestap.delivery.Priority;
import io.tweestap.idempotency.web.Idempotent;
import io.tweestap.limit.Limit;
import io.tweestap.message.Messages;
import io.tweestap.message.NewBatch;
import io.tweestap.message.SendOutcome;
import io.tweestap.message.SendOutcome.Refusal;
import io.tweestap.shared.Channel;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `POST /v1/messages`: a text to one recipient or to a thousand. 202 means that it is kept safely.
@RestController
@RequestMapping("/v1/messages")
class SendController {
  private final Messages messages;
  private final Idempotent idempotent;
  private final Clock clock;

  SendController(Messages messages, Idempotent idempotent, Clock clock) {
    this.messages = messages;
    this.idempotent = idempotent;
    this.clock = clock;
  }

  @PostMapping
  @RequiresScope(Scope.MESSAGES_WRITE)
  ResponseEntity<?> send(
      @AuthenticationPrincipal Caller caller,
      @RequestBody SendBody body,
      HttpServletRequest request) {
    requireScope(caller, body.readPriority());
    return idempotent.answer(
        caller,
        request,
        body,
        HttpStatus.ACCEPTED,
        () -> {
          NewBatch batch = body.read(clock.instant());
          return sent(body, batch, messages.send(caller.tenant(), batch));
        });
  }

  private static SendView sent(SendBody body, NewBatch batch, SendOutcome outcome) {
    return switch (outcome) {
      case SendOutcome.Accepted accepted -> SendView.of(accepted);
      case SendOutcome.Refused(List<Refusal> refusals) ->
          throw body.isBatch()
              ? SendProblems.several(refusals, batch.recipients().size())
              : SendProblems.one(refusals.getFirst().fault());
      case SendOutcome.NoTemplate(String name) -> throw SendProblems.noTemplate(name);
      case SendOutcome.ChannelNotAvailable(Channel channel) ->
          throw SendProblems.channelNotAvailable(channel);
      case SendOutcome.RateLimited(Limit limit, Duration wait) ->
          throw SendProblems.rateLimited(limit, wait);
      case SendOutcome.Unpaid(Shortage why) -> throw CreditProblems.of(why);
    };
  }

  private static void requireScope(Caller caller, Priority priority) {
    Optional<Scope> needed =
        switch (priority) {
          case CODE -> Optional.of(Scope.MESSAGES_CODE);
          case NOTICE -> Optional.empty();
          case BULK -> Optional.of(Scope.MESSAGES_MARKETING);
        };
    needed
        .filter(scope -> !caller.scopes().contains(scope))
        .ifPresent(scope -> {
          throw SendProblems.missing(scope, priority.text());
        });
  }
}
