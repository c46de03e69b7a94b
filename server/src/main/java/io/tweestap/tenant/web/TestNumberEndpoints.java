package io.tweestap.tenant.web;

import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import io.tweestap.tenant.Tenants;
import io.tweestap.tenant.TestNumbers;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/v1/settings/test_numbers`: numbers with a fixed code that nothing is ever sent to.
@RestController
class TestNumberEndpoints {
  private static final Pattern CODE = Pattern.compile("[0-9]{4,10}");
  private static final String ONE = "/v1/settings/test_numbers/{e164}";

  private final Tenants tenants;
  private final TestNumbers testNumbers;

  TestNumberEndpoints(Tenants tenants, TestNumbers testNumbers) {
    this.tenants = tenants;
    this.testNumbers = testNumbers;
  }

  record TestNumber(String number, String code) {
    @Override
    public String toString() {
      return "TestNumber[]";
    }
  }

  record TestNumberList(List<TestNumber> data) {}

  record PutBody(@Nullable String code) {}

  @GetMapping("/v1/settings/test_numbers")
  @RequiresScope(Scope.SETTINGS_READ)
  TestNumberList list(@AuthenticationPrincipal Caller caller) {
    return new TestNumberList(
        tenants.get(caller.tenant()).settings().testNumbers().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> new TestNumber(entry.getKey(), entry.getValue()))
            .toList());
  }

  @PutMapping(ONE)
  @RequiresScope(Scope.SETTINGS_WRITE)
  TestNumber put(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String e164,
      @RequestBody PutBody body) {
    PhoneNumber number = number(e164);
    String code = code(body.code());
    if (!testNumbers.put(caller.tenant(), number, code)) {
      throw Problem.of(
          ProblemCode.LIMIT_REACHED,
          "A tenant has at most " + TestNumbers.MAX + " test numbers; remove one first.");
    }
    return new TestNumber(number.e164(), code);
  }

  @DeleteMapping(ONE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @RequiresScope(Scope.SETTINGS_WRITE)
  void remove(@AuthenticationPrincipal Caller caller, @PathVariable String e164) {
    if (!testNumbers.remove(caller.tenant(), number(e164))) {
      throw Problem.of(ProblemCode.NOT_FOUND, "This is not one of the test numbers.");
    }
  }

  private static PhoneNumber number(String e164) {
    try {
      return new PhoneNumber(e164);
    } catch (IllegalArgumentException _) {
      throw Problem.of(
          ProblemCode.INVALID_NUMBER, "Write the number in E.164 form, as in +31600000000.");
    }
  }

  private static String code(@Nullable String code) {
    if (code == null) {
      throw Problem.of(ProblemCode.MISSING_FIELD, "Send code.", Map.of("field", "code"));
    }
    if (!CODE.matcher(code).matches()) {
      throw Problem.of(
          ProblemCode.INVALID_FIELD, "The code has 4 to 10 digits.", Map.of("field", "code"));
    }
    return code;
  }
}
