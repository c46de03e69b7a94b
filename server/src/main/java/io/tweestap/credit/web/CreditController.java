package io.tweestap.credit.web;

import io.tweestap.credit.Account;
import io.tweestap.credit.Accounts;
import io.tweestap.credit.LowCredit;
import io.tweestap.credit.Usage;
import io.tweestap.credit.UsageOutcome;
import io.tweestap.shared.Page;
import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.QueryFields;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/v1/credit`: what a tenant has, and what moved.
@RestController
@RequestMapping("/v1/credit")
class CreditController {
  private final Accounts accounts;
  private final LowCredit lowCredit;
  private final Usage usage;

  CreditController(Accounts accounts, LowCredit lowCredit, Usage usage) {
    this.accounts = accounts;
    this.lowCredit = lowCredit;
    this.usage = usage;
  }

  @GetMapping
  @RequiresScope(Scope.CREDIT_READ)
  CreditView get(@AuthenticationPrincipal Caller caller) {
    return accounts.find(caller.tenant()).map(CreditView::of).orElse(CreditView.NONE);
  }

  @PutMapping("/settings")
  @RequiresScope(Scope.SETTINGS_WRITE)
  CreditView put(@AuthenticationPrincipal Caller caller, @RequestBody CreditSettingsBody body) {
    Account account = accounts.find(caller.tenant()).orElseThrow(CreditProblems::noAccount);
    if (!lowCredit.below(caller.tenant(), account.currency(), body.below(account.currency()))) {
      throw CreditProblems.noAccount();
    }
    return get(caller);
  }

  @GetMapping("/entries")
  @RequiresScope(Scope.CREDIT_READ)
  Page<EntryView> entries(@AuthenticationPrincipal Caller caller, EntryQuery query) {
    return accounts
        .entries(
            caller.tenant(), QueryFields.cursor(query.cursor()), QueryFields.size(query.limit()))
        .map(EntryView::of);
  }

  @GetMapping("/usage")
  @RequiresScope(Scope.CREDIT_READ)
  UsageView usage(@AuthenticationPrincipal Caller caller, UsageQuery query) {
    return switch (usage.report(caller.tenant(), query.first(), query.last(), query.groups())) {
      case UsageOutcome.Report report -> UsageView.of(report);
      case UsageOutcome.NoSuchRange(int most) ->
          throw Fields.invalid(
              "from", "must not be after to, and span at most %d days with it".formatted(most));
      case UsageOutcome.TooManyLines(int most) ->
          throw Fields.invalid(
              "by", "leads to more than %,d lines; ask for fewer days, or by less".formatted(most));
    };
  }

  /// The query of `GET /v1/credit/entries`.
  record EntryQuery(@Nullable String cursor, @Nullable Integer limit) {}
}
