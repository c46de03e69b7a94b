package io.tweestap.inbound.web;

import io.tweestap.inbound.InboundMessages;
import io.tweestap.shared.Page;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.shared.web.QueryFields;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/v1/inbound`: what people wrote to the tenant.
@RestController
@RequestMapping("/v1/inbound")
class InboundController {
  private final InboundMessages messages;

  InboundController(InboundMessages messages) {
    this.messages = messages;
  }

  /// Messages, newest first.
  @GetMapping
  @RequiresScope(Scope.INBOUND_READ)
  Page<InboundView> list(@AuthenticationPrincipal Caller caller, InboundQuery query) {
    return messages
        .list(
            caller.tenant(),
            query.read(),
            QueryFields.cursor(query.cursor()),
            QueryFields.size(query.limit()))
        .map(InboundView::of);
  }

  @GetMapping("/{id}")
  @RequiresScope(Scope.INBOUND_READ)
  InboundView one(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
    return messages
        .find(caller.tenant(), uuid(id))
        .map(InboundView::of)
        .orElseThrow(InboundController::notFound);
  }

  /// Takes number and text out of the record.
  @PostMapping("/{id}/redact")
  @RequiresScope(Scope.INBOUND_WRITE)
  InboundView redact(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
    return messages
        .redact(caller.tenant(), uuid(id))
        .map(InboundView::of)
        .orElseThrow(InboundController::notFound);
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException _) {
      throw notFound();
    }
  }

  private static Problem notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no message in with this id.");
  }
}
