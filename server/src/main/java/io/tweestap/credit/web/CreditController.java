package io.tweestap.credit.web;

import io.tweestap.credit.Accounts;
import io.tweestap.shared.Page;
import io.tweestap.shared.web.PageFields;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/v1/credit`: what a tenant has, and what moved.
@RestController
@RequestMapping("/v1/credit")
class CreditController {
  private final Accounts accounts;

  CreditController(Accounts accounts) {
    this.accounts = accounts;
  }

  @GetMapping
  @RequiresScope(Scope.CREDIT_READ)
  CreditView get(@AuthenticationPrincipal Caller caller) {
    return accounts.find(caller.tenant()).map(CreditView::of).orElse(CreditView.NONE);
  }

  @GetMapping("/entries")
  @RequiresScope(Scope.CREDIT_READ)
  Page<EntryView> entries(@AuthenticationPrincipal Caller caller, EntryQuery query) {
    return accounts
        .entries(caller.tenant(), PageFields.cursor(query.cursor()), PageFields.size(query.limit()))
        .map(EntryView::of);
  }

  /// The query of `GET /v1/credit/entries`.
  record EntryQuery(@Nullable String cursor, @Nullable Integer limit) {}
}
