package io.tweestap.delivery.rule.web;

import io.tweestap.delivery.rule.ReplaceOutcome;
import io.tweestap.delivery.rule.RouteRules;
import io.tweestap.delivery.rule.RouteTable;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/v1/routes`: the rules by which carriers are chosen, for whoever runs the installation.
@RestController
@RequestMapping("/v1/routes")
class RoutesController {
  private final RouteRules rules;

  RoutesController(RouteRules rules) {
    this.rules = rules;
  }

  @GetMapping
  @RequiresScope(Scope.LINKS_READ)
  RoutesView get(@AuthenticationPrincipal Caller caller) {
    return RoutesView.of(rules.find(caller.tenant()));
  }

  @PutMapping
  @RequiresScope(Scope.LINKS_WRITE)
  RoutesView put(@AuthenticationPrincipal Caller caller, @RequestBody RoutesBody body) {
    return switch (rules.replace(caller.tenant(), body.version(), body.read())) {
      case ReplaceOutcome.Done(RouteTable table) -> RoutesView.of(table);
      case ReplaceOutcome.ChangedMeanwhile() ->
          throw Problem.of(
              ProblemCode.CHANGED_MEANWHILE, "Read the rules again and repeat the change.");
    };
  }
}
