package io.tweestap.factor.web;

import io.tweestap.factor.By;
import io.tweestap.factor.Factor;
import io.tweestap.factor.Factors;
import io.tweestap.factor.Spares;
import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import io.tweestap.user.User;
import io.tweestap.user.UserState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/v1/users/{ref}/factors`: begun, listed, renamed, ended.
@RestController
@RequestMapping("/v1/users/{ref}/factors")
class FactorsController {
  private final Factors factors;
  private final Acting acting;
  private final NewFactors begun;
  private final Clock clock;

  FactorsController(Factors factors, Acting acting, NewFactors begun, Clock clock) {
    this.factors = factors;
    this.acting = acting;
    this.begun = begun;
    this.clock = clock;
  }

  /// The factors of a user.
  ///
  /// @param spareAdvised whether fewer than two independent media are held (BND-2)
  record FactorList(List<FactorView> data, boolean spareAdvised) {}

  /// A new name.
  record RenameBody(@Nullable String name, @Nullable String sourceIp, @Nullable String staff) {}

  /// A secret in the answer must not stay in any cache. There is no Idempotency-Key here, which
  /// would keep it for a day: a factor that is begun twice is pending twice, and one is given up.
  @PostMapping
  @RequiresScope(Scope.FACTORS_WRITE)
  ResponseEntity<NewFactorView> create(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String ref,
      @RequestBody NewFactorBody body) {
    User user = acting.user(caller, ref);
    if (user.state() == UserState.CLOSED) {
      throw Problem.of(
          ProblemCode.USER_CLOSED, "The user is closed for good and gets no factors any more.");
    }
    By by = Acting.by(caller, body.staff(), body.sourceIp());
    return ResponseEntity.status(HttpStatus.CREATED)
        .cacheControl(CacheControl.noStore())
        .body(begun.begin(caller.tenant(), user, body, by));
  }

  @GetMapping
  @RequiresScope(Scope.FACTORS_READ)
  FactorList list(@AuthenticationPrincipal Caller caller, @PathVariable String ref) {
    Instant now = clock.instant();
    List<Factor> all = factors.of(caller.tenant(), acting.user(caller, ref).id());
    return new FactorList(
        all.stream().map(factor -> FactorView.of(factor, now)).toList(), Spares.advised(all, now));
  }

  @GetMapping("/{id}")
  @RequiresScope(Scope.FACTORS_READ)
  FactorView get(
      @AuthenticationPrincipal Caller caller, @PathVariable String ref, @PathVariable String id) {
    User user = acting.user(caller, ref);
    return view(factors.find(caller.tenant(), user.id(), Acting.factor(id)));
  }

  @PatchMapping("/{id}")
  @RequiresScope(Scope.FACTORS_WRITE)
  FactorView rename(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String ref,
      @PathVariable String id,
      @RequestBody RenameBody body) {
    User user = acting.user(caller, ref);
    String name = NewFactorBody.name(Fields.required("name", body.name()));
    By by = Acting.by(caller, body.staff(), body.sourceIp());
    return view(factors.rename(caller.tenant(), user, Acting.factor(id), name, by));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @RequiresScope(Scope.FACTORS_WRITE)
  void remove(
      @AuthenticationPrincipal Caller caller, @PathVariable String ref, @PathVariable String id) {
    User user = acting.user(caller, ref);
    By by = Acting.by(caller, null, null);
    if (!factors.remove(caller.tenant(), user, Acting.factor(id), by)) {
      throw FactorProblems.notFound();
    }
  }

  private FactorView view(Optional<Factor> factor) {
    return factor
        .map(found -> FactorView.of(found, clock.instant()))
        .orElseThrow(FactorProblems::notFound);
  }
}
