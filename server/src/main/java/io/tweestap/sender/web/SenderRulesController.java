package io.tweestap.sender.web;

import io.tweestap.sender.SenderRule;
import io.tweestap.sender.SenderRules;
import io.tweestap.sender.SenderRulesOfTenant.Source;
import io.tweestap.shared.Page;
import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/v1/sender_rules`: which senders a tenant uses in which country.
@RestController
@RequestMapping("/v1/sender_rules")
class SenderRulesController {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final SenderRules rules;

  SenderRulesController(SenderRules rules) {
    this.rules = rules;
  }

  /// All rules that count, those of the installation too.
  @GetMapping
  @RequiresScope(Scope.SETTINGS_READ)
  Page<SenderRuleView> list(@AuthenticationPrincipal Caller caller) {
    return new Page<>(
        rules.of(caller.tenant()).all().values().stream().map(SenderRuleView::of).toList(), null);
  }

  /// A rule that the tenant set itself.
  @GetMapping("/{country}")
  @RequiresScope(Scope.SETTINGS_READ)
  SenderRuleView get(@AuthenticationPrincipal Caller caller, @PathVariable String country) {
    return rules
        .find(caller.tenant(), country)
        .map(rule -> SenderRuleView.of(rule, Source.TENANT))
        .orElseThrow(SenderRulesController::notFound);
  }

  @PutMapping("/{country}")
  @RequiresScope(Scope.SETTINGS_WRITE)
  SenderRuleView put(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String country,
      @RequestBody SenderRuleBody body) {
    if (!COUNTRIES.contains(country)) {
      throw Fields.invalid("country", "must be two capital letters of ISO 3166-1, as in NL");
    }
    SenderRule rule = body.read(country);
    rules.put(caller.tenant(), rule);
    return SenderRuleView.of(rule, Source.TENANT);
  }

  @DeleteMapping("/{country}")
  @RequiresScope(Scope.SETTINGS_WRITE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@AuthenticationPrincipal Caller caller, @PathVariable String country) {
    if (!rules.delete(caller.tenant(), country)) {
      throw notFound();
    }
  }

  private static Problem notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "You have set no rule of your own for this country.");
  }
}
