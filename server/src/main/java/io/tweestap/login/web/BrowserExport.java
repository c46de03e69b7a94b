package io.tweestap.login.web;

import io.tweestap.login.browser.Browsers;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserExport;
import io.tweestap.user.UserId;
import org.springframework.stereotype.Component;

/// What a user sees of the own remembered browsers in an export (PRV-6).
@Component
class BrowserExport implements UserExport {
  private final Browsers browsers;

  BrowserExport(Browsers browsers) {
    this.browsers = browsers;
  }

  @Override
  public String name() {
    return "browsers";
  }

  @Override
  public Object of(TenantId tenant, UserId user) {
    return browsers.list(tenant, user).stream().map(BrowserView::of).toList();
  }
}
