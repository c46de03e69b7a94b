package io.tweestap.tenant.web;

import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.LimitNames;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import io.tweestap.tenant.Tenants;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// `/v1/settings`: a tenant reads and changes its own settings.
@RestController
class SettingsEndpoints {
  private final Tenants tenants;
  private final LimitNames limits;

  SettingsEndpoints(Tenants tenants, LimitNames limits) {
    this.tenants = tenants;
    this.limits = limits;
  }

  @GetMapping("/v1/settings")
  @RequiresScope(Scope.SETTINGS_READ)
  SettingsView show(@AuthenticationPrincipal Caller caller) {
    return SettingsView.of(tenants.get(caller.tenant()));
  }

  @PatchMapping(
      path = "/v1/settings",
      consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
  @RequiresScope(Scope.SETTINGS_WRITE)
  SettingsView change(@AuthenticationPrincipal Caller caller, @RequestBody ObjectNode body) {
    SettingsPatch patch = SettingsPatch.of(body, limits);
    try {
      return SettingsView.of(tenants.change(caller.tenant(), patch::applyTo));
    } catch (DuplicateKeyException _) {
      throw Problem.of(
          ProblemCode.NAME_TAKEN,
          "Another tenant has this webauthn.rp_id: a site belongs to one of them.",
          Map.of("field", "webauthn.rp_id"));
    }
  }
}
