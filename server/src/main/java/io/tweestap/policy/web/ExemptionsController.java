package io.tweestap.policy.web;

import io.tweestap.idempotency.web.Idempotent;
import io.tweestap.policy.exemption.Exemption;
import io.tweestap.policy.exemption.ExemptionFilter;
import io.tweestap.policy.exemption.ExemptionOutcome;
import io.tweestap.policy.exemption.ExemptionState;
import io.tweestap.policy.exemption.Exemptions;
import io.tweestap.shared.Page;
import io.tweestap.shared.web.QueryFields;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import io.tweestap.user.User;
import io.tweestap.user.UserRef;
import io.tweestap.user.Users;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/v1/users/{ref}/exemptions` and the report over all users, `/v1/exemptions`.
@RestController
class ExemptionsController {
  private final Exemptions exemptions;
  private final Users users;
  private final Idempotent idempotent;
  private final Clock clock;

  ExemptionsController(Exemptions exemptions, Users users, Idempotent idempotent, Clock clock) {
    this.exemptions = exemptions;
    this.users = users;
    this.idempotent = idempotent;
    this.clock = clock;
  }

  @PostMapping("/v1/users/{ref}/exemptions")
  @RequiresScope(Scope.EXEMPTIONS_WRITE)
  ResponseEntity<?> request(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String ref,
      @RequestBody ExemptionViews.Request body,
      HttpServletRequest request) {
    User user = user(users, caller, ref);
    return idempotent.answer(
        caller,
        request,
        body,
        HttpStatus.CREATED,
        () ->
            shown(
                exemptions.request(caller.tenant(), user, body.read(caller, clock.instant())),
                user));
  }

  @PostMapping("/v1/users/{ref}/exemptions/{id}/approve")
  @RequiresScope(Scope.EXEMPTIONS_WRITE)
  ExemptionViews.Shown approve(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String ref,
      @PathVariable String id,
      @RequestBody ExemptionViews.Approval body) {
    User user = user(users, caller, ref);
    UUID exemption = existing(caller, user, id).id();
    String staff = Values.staff("staff", body.staff());
    return shown(
        exemptions.approve(
            caller.tenant(), user, exemption, staff, PoliciesController.actor(caller, staff)),
        user);
  }

  @DeleteMapping("/v1/users/{ref}/exemptions/{id}")
  @RequiresScope(Scope.EXEMPTIONS_WRITE)
  ExemptionViews.Shown end(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String ref,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String staff) {
    User user = user(users, caller, ref);
    UUID exemption = existing(caller, user, id).id();
    String by = staff == null ? caller.clientId() : Values.staff("staff", staff);
    return shown(
        exemptions.end(
            caller.tenant(), user, exemption, by, PoliciesController.actor(caller, staff)),
        user);
  }

  @GetMapping("/v1/users/{ref}/exemptions")
  @RequiresScope(Scope.POLICIES_READ)
  Page<ExemptionViews.Shown> ofUser(
      @AuthenticationPrincipal Caller caller, @PathVariable String ref) {
    User user = user(users, caller, ref);
    return new Page<>(
        exemptions.of(caller.tenant(), user.id()).stream()
            .map(exemption -> shown(exemption, user.ref().value()))
            .toList(),
        null);
  }

  @GetMapping("/v1/exemptions")
  @RequiresScope(Scope.POLICIES_READ)
  Page<ExemptionViews.Shown> report(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(name = "ending_before", required = false) @Nullable String endingBefore,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    var filter =
        new ExemptionFilter(
            Values.named("state", state, ExemptionState::of, states()),
            Values.moment("ending_before", endingBefore),
            QueryFields.cursor(cursor),
            QueryFields.size(limit));
    return exemptions
        .list(caller.tenant(), filter)
        .map(exemption ->
            shown(
                exemption,
                users
                    .find(caller.tenant(), exemption.user())
                    .map(user -> user.ref().value())
                    .orElse("")));
  }

  private ExemptionViews.Shown shown(ExemptionOutcome outcome, User user) {
    return switch (outcome) {
      case ExemptionOutcome.Done(Exemption exemption) -> shown(exemption, user.ref().value());
      case ExemptionOutcome.AlreadyThere(Exemption present) ->
          throw PolicyProblems.alreadyExempt(present);
      case ExemptionOutcome.SamePerson() -> throw PolicyProblems.samePerson();
      case ExemptionOutcome.NothingToApprove(_) -> throw PolicyProblems.nothingToApprove();
      case ExemptionOutcome.NotFound() -> throw PolicyProblems.noExemption();
    };
  }

  private ExemptionViews.Shown shown(Exemption exemption, String ref) {
    return ExemptionViews.Shown.of(exemption, ref, clock.instant());
  }

  private Exemption existing(Caller caller, User user, String id) {
    return exemptions
        .find(caller.tenant(), user.id(), Values.id(id, PolicyProblems.noExemption()))
        .orElseThrow(PolicyProblems::noExemption);
  }

  private static List<String> states() {
    return Arrays.stream(ExemptionState.values()).map(ExemptionState::text).toList();
  }

  static User user(Users users, Caller caller, String ref) {
    return UserRef.fits(ref)
        ? users.find(caller.tenant(), new UserRef(ref)).orElseThrow(PolicyProblems::noUser)
        : none();
  }

  private static User none() {
    throw PolicyProblems.noUser();
  }
}
