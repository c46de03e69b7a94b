package io.tweestap.risk.web;

import io.tweestap.risk.Decisions;
import io.tweestap.risk.FraudSettings;
import io.tweestap.risk.FraudSettingsOfTenants;
import io.tweestap.shared.Page;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/v1/fraud`: the guard's settings and its decisions.
@RestController
@RequestMapping("/v1/fraud")
class FraudController {
  private final FraudSettingsOfTenants settings;
  private final Decisions decisions;

  FraudController(FraudSettingsOfTenants settings, Decisions decisions) {
    this.settings = settings;
    this.decisions = decisions;
  }

  @GetMapping("/settings")
  @RequiresScope(Scope.SETTINGS_READ)
  FraudSettingsView get(@AuthenticationPrincipal Caller caller) {
    return FraudSettingsView.of(settings.now(caller.tenant()));
  }

  @PutMapping("/settings")
  @RequiresScope(Scope.SETTINGS_WRITE)
  FraudSettingsView put(
      @AuthenticationPrincipal Caller caller, @RequestBody FraudSettingsBody body) {
    FraudSettings chosen = body.read(settings.now(caller.tenant()).messages());
    settings.put(caller.tenant(), chosen);
    return FraudSettingsView.of(chosen);
  }

  @GetMapping("/decisions")
  @RequiresScope(Scope.VERIFICATIONS_READ)
  Page<FraudDecisionView> decisions(@AuthenticationPrincipal Caller caller, DecisionQuery query) {
    return decisions.list(caller.tenant(), query.read()).map(FraudDecisionView::of);
  }
}
