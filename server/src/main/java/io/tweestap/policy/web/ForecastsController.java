package io.tweestap.policy.web;

import io.tweestap.policy.Purpose;
import io.tweestap.policy.UserPolicies;
import io.tweestap.policy.forecast.ForecastWish;
import io.tweestap.policy.forecast.Forecasts;
import io.tweestap.policy.text.ForecastTexts;
import io.tweestap.policy.text.ReasonTexts;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import io.tweestap.tenant.TenantSettings;
import io.tweestap.tenant.Tenants;
import io.tweestap.user.User;
import io.tweestap.user.Users;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What policies mean: for one user now, for all on a date, and how far the tenant is.
@RestController
class ForecastsController {
  private static final int BUSY_SECONDS = 10;

  private final Forecasts forecasts;
  private final UserPolicies policies;
  private final Users users;
  private final Tenants tenants;

  ForecastsController(Forecasts forecasts, UserPolicies policies, Users users, Tenants tenants) {
    this.forecasts = forecasts;
    this.policies = policies;
    this.users = users;
    this.tenants = tenants;
  }

  @GetMapping("/v1/users/{ref}/policy")
  @RequiresScope(Scope.POLICIES_READ)
  DecisionView ofUser(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String ref,
      @RequestParam(required = false) @Nullable String application,
      @RequestParam(required = false) @Nullable String purpose,
      @RequestParam(required = false) @Nullable String locale,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String accepted) {
    User user = ExemptionsController.user(users, caller, ref);
    TenantSettings settings = tenants.get(caller.tenant()).settings();
    Purpose asked =
        Values.named("purpose", purpose, Purpose::of, PreviewViews.purposes())
            .orElse(Purpose.LOGIN);
    var words = new ReasonTexts(Language.of(locale, accepted, settings.locale()), settings.zone());
    return DecisionView.of(
        ref,
        policies.of(caller.tenant(), user, application == null ? "" : application, asked),
        words);
  }

  @PostMapping("/v1/policies/preview")
  @RequiresScope(Scope.POLICIES_READ)
  PreviewViews.Shown preview(
      @AuthenticationPrincipal Caller caller,
      @RequestBody PreviewViews.Request body,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String accepted) {
    TenantSettings settings = tenants.get(caller.tenant()).settings();
    var words =
        new ReasonTexts(Language.of(body.locale(), accepted, settings.locale()), settings.zone());
    ForecastWish wish = body.read(settings.zone());
    return forecasts
        .preview(caller.tenant(), wish)
        .map(found ->
            PreviewViews.Shown.of(found, wish.group(), new ForecastTexts(words, wish.date())))
        .orElseThrow(ForecastsController::busy);
  }

  @GetMapping("/v1/policies/coverage")
  @RequiresScope(Scope.POLICIES_READ)
  CoverageViews.ShownCoverage coverage(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable String application) {
    return forecasts
        .coverage(caller.tenant(), application == null ? "" : application)
        .map(CoverageViews.ShownCoverage::of)
        .orElseThrow(ForecastsController::busy);
  }

  private static Problem busy() {
    return Problem.of(
            ProblemCode.UNAVAILABLE, "Other such reports are being made. Ask again in a moment.")
        .retryAfter(BUSY_SECONDS);
  }
}
