package io.tweestap.webhook.web;

import io.tweestap.shared.Page;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.shared.web.QueryFields;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import io.tweestap.webhook.DeliveryState;
import io.tweestap.webhook.EventQuery;
import io.tweestap.webhook.EventType;
import io.tweestap.webhook.Events;
import io.tweestap.webhook.ReplayOutcome;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What was recorded for a tenant's endpoints and what became of it.
@RestController
@RequestMapping("/v1/webhook_events")
class WebhookEventController {
  private static final String EVENT = "webhook event";

  private final Events events;

  WebhookEventController(Events events) {
    this.events = events;
  }

  @GetMapping
  @RequiresScope(Scope.WEBHOOKS_READ)
  Page<EventViews.Shown> list(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable String type,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String since,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    var query =
        new EventQuery(
            type(type),
            state(state),
            QueryFields.moment("since", since).orElse(null),
            QueryFields.cursor(cursor).orElse(null),
            QueryFields.size(limit));
    return events.list(caller.tenant(), query).map(event -> EventViews.shown(event, null));
  }

  @GetMapping("/{id}")
  @RequiresScope(Scope.WEBHOOKS_READ)
  EventViews.Shown find(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
    UUID event = Fields.id(id, EVENT);
    return events
        .find(caller.tenant(), event)
        .map(found -> EventViews.shown(found, events.deliveries(caller.tenant(), event)))
        .orElseThrow(() -> Fields.notFound(EVENT));
  }

  @PostMapping("/{id}/replay")
  @RequiresScope(Scope.WEBHOOKS_WRITE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  EventViews.Replayed replay(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestBody(required = false) EventViews.@Nullable Replay body) {
    UUID endpoint = body == null ? null : body.endpointId();
    return switch (events.replay(caller.tenant(), Fields.id(id, EVENT), endpoint)) {
      case ReplayOutcome.Replayed(int deliveries) -> new EventViews.Replayed(deliveries);
      case ReplayOutcome.NotFound() -> throw Fields.notFound(EVENT);
      case ReplayOutcome.NoEndpoint() ->
          throw Problem.of(
              ProblemCode.INVALID_FIELD,
              "There is no enabled endpoint to send it to; name one as endpoint_id.");
    };
  }

  private static @Nullable EventType type(@Nullable String text) {
    return text == null
        ? null
        : EventType.of(text)
            .orElseThrow(() -> Fields.invalid("type", "There is no such event type."));
  }

  private static @Nullable DeliveryState state(@Nullable String text) {
    return text == null
        ? null
        : DeliveryState.of(text)
            .orElseThrow(() -> Fields.invalid("state", "The state is pending, delivered or dead."));
  }
}
