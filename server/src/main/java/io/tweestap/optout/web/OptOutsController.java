package io.tweestap.optout.web;

import io.tweestap.optout.OptOutChoices;
import io.tweestap.optout.OptOutSettings;
import io.tweestap.optout.OptOuts;
import io.tweestap.optout.web.OptOutSettingsBody.OptOutSettingsView;
import io.tweestap.shared.Page;
import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.shared.web.QueryFields;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/v1/opt-outs`: who wants no messages.
@RestController
@RequestMapping("/v1/opt-outs")
class OptOutsController {
  private static final int REASON_MAX = 200;

  private final OptOuts optOuts;
  private final OptOutChoices choices;

  OptOutsController(OptOuts optOuts, OptOutChoices choices) {
    this.optOuts = optOuts;
    this.choices = choices;
  }

  /// Opt-outs, newest first.
  @GetMapping
  @RequiresScope(Scope.INBOUND_READ)
  Page<OptOutView> list(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable String number,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return optOuts
        .list(
            caller.tenant(),
            Optional.ofNullable(number),
            QueryFields.cursor(cursor),
            QueryFields.size(limit))
        .map(OptOutView::of);
  }

  /// Enters one by hand.
  @PostMapping
  @RequiresScope(Scope.INBOUND_WRITE)
  OptOutView add(@AuthenticationPrincipal Caller caller, @RequestBody OptOutBody body) {
    return OptOutView.of(optOuts.add(caller.tenant(), body.readNumber(), body.readSender()));
  }

  /// Takes one away, with a reason for the audit trail.
  @DeleteMapping("/{id}")
  @RequiresScope(Scope.INBOUND_WRITE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String reason) {
    UUID known = uuid(id);
    if (!optOuts.exists(caller.tenant(), known)) {
      throw notFound();
    }
    String why = Fields.required("reason", reason);
    if (why.length() > REASON_MAX) {
      throw Fields.invalid("reason", "may have at most " + REASON_MAX + " characters");
    }
    if (!optOuts.remove(caller.tenant(), known, why)) {
      throw notFound();
    }
  }

  @GetMapping("/settings")
  @RequiresScope(Scope.SETTINGS_READ)
  OptOutSettingsView settings(@AuthenticationPrincipal Caller caller) {
    return OptOutSettingsBody.of(choices.of(caller.tenant()));
  }

  @PutMapping("/settings")
  @RequiresScope(Scope.SETTINGS_WRITE)
  OptOutSettingsView choose(
      @AuthenticationPrincipal Caller caller, @RequestBody OptOutSettingsBody body) {
    OptOutSettings chosen = body.read();
    choices.put(caller.tenant(), chosen);
    return OptOutSettingsBody.of(chosen);
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException _) {
      throw notFound();
    }
  }

  private static Problem notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no opt-out with this id.");
  }
}
