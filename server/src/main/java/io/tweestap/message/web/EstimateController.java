package io.tweestap.message.web;

import io.tweestap.credit.Charges;
import io.tweestap.credit.Rate;
import io.tweestap.message.Estimate;
import io.tweestap.message.Fault;
import io.tweestap.message.Wording;
import io.tweestap.message.Wordings;
import io.tweestap.message.Wordings.Spoken;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import io.tweestap.tenant.Tenants;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/v1/messages/estimate`: what a text comes to before it is sent, and how a template reads with
/// its values. Nothing is kept.
@RestController
@RequestMapping("/v1/messages/estimate")
class EstimateController {
  private final Wordings wordings;
  private final Tenants tenants;
  private final Charges charges;

  EstimateController(Wordings wordings, Tenants tenants, Charges charges) {
    this.charges = charges;
    this.wordings = wordings;
    this.tenants = tenants;
  }

  @PostMapping
  @RequiresScope(Scope.MESSAGES_READ)
  EstimateView estimate(@AuthenticationPrincipal Caller caller, @RequestBody EstimateBody body) {
    String country =
        body.readCountry().orElseGet(() -> tenants.get(caller.tenant()).settings().country());
    Optional<Rate> rate = charges.rate(caller.tenant(), country);
    if (!body.isToBeFilled()) {
      return EstimateView.of(Estimate.of(body.readText()), null, rate);
    }
    String filled = filled(caller, body);
    return EstimateView.of(Estimate.of(filled), filled, rate);
  }

  private String filled(Caller caller, EstimateBody body) {
    Locale own = tenants.get(caller.tenant()).settings().locale();
    Locale wished = body.readLocale().orElse(own);
    Wording wording =
        wordings
            .source(caller.tenant(), body.readWords())
            .orElseThrow(() -> SendProblems.noTemplate(String.valueOf(body.template())))
            .in(wished, own)
            .map(Spoken::wording)
            .orElseThrow(() -> SendProblems.one(new Fault.NoLanguage(wished.toLanguageTag())));
    Map<String, String> variables = body.readVariables();
    wording
        .faultOf(variables)
        .ifPresent(fault -> {
          throw SendProblems.one(fault);
        });
    return wording.filled(variables);
  }
}
