package io.tweestap.tenant.web;

import io.tweestap.tenant.Caller;
import io.tweestap.tenant.PageSettings;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import io.tweestap.tenant.TenantPages;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// `/v1/settings/pages`: how the pages for a tenant's users look, and where they may lead back to.
@RestController
class PageSettingsEndpoints {
  private final TenantPages pages;

  PageSettingsEndpoints(TenantPages pages) {
    this.pages = pages;
  }

  @GetMapping("/v1/settings/pages")
  @RequiresScope(Scope.SETTINGS_READ)
  PageSettingsView show(@AuthenticationPrincipal Caller caller) {
    return PageSettingsView.of(pages.get(caller.tenant()));
  }

  @PatchMapping(
      path = "/v1/settings/pages",
      consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
  @RequiresScope(Scope.SETTINGS_WRITE)
  PageSettingsView change(@AuthenticationPrincipal Caller caller, @RequestBody ObjectNode body) {
    PageSettings.Change change = PageSettingsPatch.of(body).change();
    return PageSettingsView.of(pages.change(caller.tenant(), change));
  }
}
