package io.tweestap.inbound.web;

import io.tweestap.delivery.Outbox;
import io.tweestap.inbound.InboundRule;
import io.tweestap.inbound.InboundRules;
import io.tweestap.inbound.InboundTarget;
import io.tweestap.shared.Channel;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/v1/inbound_rules`: where messages in go further. One ordered list, read and written whole, so
/// that an order is never half changed.
@RestController
@RequestMapping("/v1/inbound_rules")
class InboundRulesController {
  private final InboundRules rules;
  private final Outbox outbox;

  InboundRulesController(InboundRules rules, Outbox outbox) {
    this.rules = rules;
    this.outbox = outbox;
  }

  @GetMapping
  @RequiresScope(Scope.SETTINGS_READ)
  RulesView get(@AuthenticationPrincipal Caller caller) {
    return RulesView.of(rules.list(caller.tenant()));
  }

  @PutMapping
  @RequiresScope(Scope.SETTINGS_WRITE)
  RulesView put(@AuthenticationPrincipal Caller caller, @RequestBody RulesBody body) {
    List<InboundRule> asked = body.read();
    boolean mails = asked.stream().anyMatch(rule -> rule.to() == InboundTarget.MAIL);
    if (mails && !outbox.serves(Channel.EMAIL)) {
      throw Problem.of(
          ProblemCode.CHANNEL_NOT_AVAILABLE, "No carrier is set up for the channel email.");
    }
    rules.put(caller.tenant(), asked);
    return RulesView.of(asked);
  }
}
