package io.tweestap.examples.center;

import io.tweestap.spring.SecondStep;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// What every page shows: who is logged in, and how.
@ControllerAdvice
class OnEveryPage {
  private final Customers customers;

  OnEveryPage(Customers customers) {
    this.customers = customers;
  }

  /// Nobody on the page of the login.
  @ModelAttribute("customer")
  @Nullable Customer customer(@Nullable Authentication user) {
    return user == null ? null : customers.get(user.getName());
  }

  /// Whether a second factor was proven at this login.
  @ModelAttribute("twoSteps")
  boolean twoSteps(@Nullable Authentication user) {
    return SecondStep.of(user).filter(step -> step.amr().contains("mfa")).isPresent();
  }
}
