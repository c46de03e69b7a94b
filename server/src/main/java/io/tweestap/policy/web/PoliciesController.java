package io.tweestap.policy.web;

import io.tweestap.audit.Actor;
import io.tweestap.idempotency.web.Idempotent;
import io.tweestap.policy.PolicyChanges;
import io.tweestap.policy.StoredPolicy;
import io.tweestap.shared.Page;
import io.tweestap.shared.web.Fields;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/v1/policies`: who needs a second step, from when, how often and with what. Whoever changes a
/// policy names the version that was seen (`If-Match`), so that nobody overwrites in silence.
@RestController
@RequestMapping("/v1/policies")
class PoliciesController {
  private static final UUID NEW = new UUID(0, 0);

  private final PolicyChanges changes;
  private final Idempotent idempotent;

  PoliciesController(PolicyChanges changes, Idempotent idempotent) {
    this.changes = changes;
    this.idempotent = idempotent;
  }

  @GetMapping
  @RequiresScope(Scope.POLICIES_READ)
  Page<PolicyView> list(@AuthenticationPrincipal Caller caller) {
    return new Page<>(changes.list(caller.tenant()).stream().map(PolicyView::of).toList(), null);
  }

  @GetMapping("/{id}")
  @RequiresScope(Scope.POLICIES_READ)
  ResponseEntity<PolicyView> get(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
    return tagged(
        changes
            .find(caller.tenant(), Values.id(id, PolicyProblems.noPolicy()))
            .orElseThrow(PolicyProblems::noPolicy));
  }

  @PostMapping
  @RequiresScope(Scope.POLICIES_WRITE)
  ResponseEntity<?> create(
      @AuthenticationPrincipal Caller caller,
      @RequestBody PolicyBody body,
      HttpServletRequest request) {
    return idempotent.answer(
        caller,
        request,
        body,
        HttpStatus.CREATED,
        () ->
            PolicyView.of(
                PolicyProblems.done(
                    changes.create(caller.tenant(), body.read(NEW), actor(caller, body.staff())))));
  }

  @PutMapping("/{id}")
  @RequiresScope(Scope.POLICIES_WRITE)
  ResponseEntity<PolicyView> replace(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
      @RequestBody PolicyBody body) {
    UUID policy = Values.id(id, PolicyProblems.noPolicy());
    return tagged(
        PolicyProblems.done(
            changes.replace(
                caller.tenant(),
                body.read(policy),
                version(caller, policy, seen),
                actor(caller, body.staff()))));
  }

  @DeleteMapping("/{id}")
  @RequiresScope(Scope.POLICIES_WRITE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
      @RequestParam(required = false) @Nullable String staff) {
    UUID policy = Values.id(id, PolicyProblems.noPolicy());
    PolicyProblems.done(
        changes.delete(
            caller.tenant(), policy, version(caller, policy, seen), actor(caller, staff)));
  }

  /// A policy that is not there is not found, whatever version was seen.
  private int version(Caller caller, UUID policy, @Nullable String seen) {
    if (changes.find(caller.tenant(), policy).isEmpty()) {
      throw PolicyProblems.noPolicy();
    }
    String tag = Fields.required(HttpHeaders.IF_MATCH, seen).replaceFirst("^W/", "").strip();
    String number = tag.replaceAll("^\"|\"$", "");
    if (!number.matches("[0-9]{1,9}")) {
      throw Fields.invalid(HttpHeaders.IF_MATCH, "must be the version that was seen, as in \"3\"");
    }
    return Integer.parseInt(number);
  }

  private static ResponseEntity<PolicyView> tagged(StoredPolicy stored) {
    return ResponseEntity.ok().eTag("\"" + stored.version() + "\"").body(PolicyView.of(stored));
  }

  static String actor(Caller caller, @Nullable String staff) {
    return staff == null || staff.isBlank()
        ? Actor.client(caller.clientId())
        : Actor.staff(Values.staff("staff", staff), caller.clientId());
  }
}
