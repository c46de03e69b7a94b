package io.tweestap.webhook.web;

import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import io.tweestap.webhook.Endpoint;
import io.tweestap.webhook.EndpointChange;
import io.tweestap.webhook.EndpointOutcome;
import io.tweestap.webhook.EndpointOutcome.NotFound;
import io.tweestap.webhook.Endpoints;
import io.tweestap.webhook.Events;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Where a tenant's events go.
@RestController
@RequestMapping("/v1/webhook_endpoints")
class WebhookEndpointController {
  private static final String ENDPOINT = "webhook endpoint";

  private final Endpoints endpoints;
  private final Events events;

  WebhookEndpointController(Endpoints endpoints, Events events) {
    this.endpoints = endpoints;
    this.events = events;
  }

  @PostMapping
  @RequiresScope(Scope.WEBHOOKS_WRITE)
  @ResponseStatus(HttpStatus.CREATED)
  EndpointViews.Shown create(
      @AuthenticationPrincipal Caller caller, @RequestBody EndpointViews.Create body) {
    var outcome =
        endpoints.create(
            caller.tenant(),
            Fields.required("url", body.url()),
            Fields.events(Fields.required("events", body.events())),
            Fields.description(body.description()));
    return switch (outcome) {
      case EndpointOutcome.Created(var endpoint, var secret) ->
          EndpointViews.shown(endpoint, secret);
      case EndpointOutcome.UrlRefused(String reason) -> throw Fields.invalid("url", reason);
      case EndpointOutcome.TooMany() ->
          throw Problem.of(
              ProblemCode.LIMIT_REACHED,
              "There can be " + Endpoint.MOST_PER_TENANT + " endpoints; delete one first.");
    };
  }

  @GetMapping
  @RequiresScope(Scope.WEBHOOKS_READ)
  EndpointViews.Listed list(@AuthenticationPrincipal Caller caller) {
    List<Endpoint> all = endpoints.list(caller.tenant());
    return new EndpointViews.Listed(
        all.stream().map(endpoint -> EndpointViews.shown(endpoint, null)).toList());
  }

  @GetMapping("/{id}")
  @RequiresScope(Scope.WEBHOOKS_READ)
  EndpointViews.Shown find(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
    return endpoints
        .find(caller.tenant(), Fields.id(id, ENDPOINT))
        .map(endpoint -> EndpointViews.shown(endpoint, null))
        .orElseThrow(() -> Fields.notFound(ENDPOINT));
  }

  @PatchMapping("/{id}")
  @RequiresScope(Scope.WEBHOOKS_WRITE)
  EndpointViews.Shown change(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestBody EndpointViews.Change body) {
    var change =
        new EndpointChange(
            body.url(),
            body.events() == null ? null : Fields.events(body.events()),
            Fields.description(body.description()),
            body.enabled());
    return switch (endpoints.update(caller.tenant(), Fields.id(id, ENDPOINT), change)) {
      case EndpointOutcome.Updated(var endpoint) -> EndpointViews.shown(endpoint, null);
      case EndpointOutcome.UrlRefused(String reason) -> throw Fields.invalid("url", reason);
      case NotFound() -> throw Fields.notFound(ENDPOINT);
    };
  }

  @PostMapping("/{id}/rotate_secret")
  @RequiresScope(Scope.WEBHOOKS_WRITE)
  EndpointViews.NewSecret rotate(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
    return switch (endpoints.rotate(caller.tenant(), Fields.id(id, ENDPOINT))) {
      case EndpointOutcome.Rotated(var secret, var until) ->
          new EndpointViews.NewSecret(secret.text(), until);
      case EndpointOutcome.TooOften() ->
          throw Problem.of(
              ProblemCode.RATE_LIMITED,
              "Three earlier secrets are still valid; wait until one of them has ended.");
      case NotFound() -> throw Fields.notFound(ENDPOINT);
    };
  }

  @DeleteMapping("/{id}")
  @RequiresScope(Scope.WEBHOOKS_WRITE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
    if (!endpoints.delete(caller.tenant(), Fields.id(id, ENDPOINT))) {
      throw Fields.notFound(ENDPOINT);
    }
  }

  @PostMapping("/{id}/ping")
  @RequiresScope(Scope.WEBHOOKS_WRITE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  EndpointViews.Ping ping(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
    return events
        .ping(caller.tenant(), Fields.id(id, ENDPOINT))
        .map(EndpointViews.Ping::new)
        .orElseThrow(() -> Fields.notFound("enabled " + ENDPOINT));
  }
}
