package io.tweestap.inbound.web;

import io.tweestap.inbound.OwnNumbers;
import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
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

/// `/v1/numbers`: numbers that people write to. Whoever runs the installation gives them out;
/// tenants see theirs.
@RestController
@RequestMapping("/v1/numbers")
class NumbersController {
  private static final String NUMBER = "[0-9]{3,8}|\\+[1-9][0-9]{6,14}";

  private final OwnNumbers numbers;

  NumbersController(OwnNumbers numbers) {
    this.numbers = numbers;
  }

  @GetMapping
  @RequiresScope(Scope.INBOUND_READ)
  NumberView.Listed list(@AuthenticationPrincipal Caller caller) {
    return new NumberView.Listed(
        numbers.list(caller.tenant()).stream().map(NumberView::of).toList());
  }

  @GetMapping("/{number}")
  @RequiresScope(Scope.INBOUND_READ)
  NumberView get(@AuthenticationPrincipal Caller caller, @PathVariable String number) {
    return numbers
        .find(caller.tenant(), number)
        .map(NumberView::of)
        .orElseThrow(NumbersController::notFound);
  }

  @PutMapping("/{number}")
  @RequiresScope(Scope.LINKS_WRITE)
  NumberView put(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String number,
      @RequestBody NumberBody body) {
    if (!number.matches(NUMBER)) {
      throw Fields.invalid("number", "must be 3 to 8 digits, or have + and the country code");
    }
    return switch (numbers.put(caller.tenant(), number, body.read(caller.tenant()))) {
      case DONE -> get(caller, number);
      case TAKEN ->
          throw Problem.of(ProblemCode.NAME_TAKEN, "Another tenant gives out this number.");
      case NO_TENANT -> throw Fields.invalid("tenant_id", "must be the id of a tenant");
    };
  }

  @DeleteMapping("/{number}")
  @RequiresScope(Scope.LINKS_WRITE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@AuthenticationPrincipal Caller caller, @PathVariable String number) {
    if (!numbers.delete(caller.tenant(), number)) {
      throw notFound();
    }
  }

  private static Problem notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no number like this.");
  }
}
