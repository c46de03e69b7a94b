package io.tweestap.examples.center;

import io.tweestap.client.Tweestap;
import io.tweestap.client.factor.Factor;
import io.tweestap.client.factor.FactorKind;
import io.tweestap.client.factor.FactorState;
import io.tweestap.spring.SecondStep;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page on which a customer changes the password, with the button that turns the second step
/// on.
@Controller
class PasswordController {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 64;

  /// Whoever has nothing but these has not turned it on.
  private static final Set<FactorKind> STAND_INS =
      Set.of(FactorKind.RECOVERY_CODE, FactorKind.TEMPORARY_PASS);

  private final Customers customers;
  private final PasswordEncoder encoder;
  private final Tweestap tweestap;

  PasswordController(Customers customers, PasswordEncoder encoder, Tweestap tweestap) {
    this.customers = customers;
    this.encoder = encoder;
    this.tweestap = tweestap;
  }

  @GetMapping("/password")
  String form(Authentication customer, Model model) {
    model.addAttribute("on", isOn(customer.getName()));
    return "password";
  }

  private boolean isOn(String number) {
    return tweestap.factors().list(number).data().stream().anyMatch(PasswordController::counts);
  }

  private static boolean counts(Factor factor) {
    return factor.state() == FactorState.ACTIVE && !STAND_INS.contains(factor.kind());
  }

  /// Tweestap is told, so that it ends other sessions and forgets browsers: whoever knew the old
  /// password is out.
  @PostMapping("/password")
  String change(
      @RequestParam String present, @RequestParam String wished, Authentication customer) {
    String number = customer.getName();
    if (!encoder.matches(present, customers.get(number).password())) {
      return "redirect:/password?wrong";
    }
    if (wished.length() < SHORTEST || wished.length() > LONGEST) {
      return "redirect:/password?length";
    }
    String encoded = String.valueOf(encoder.encode(wished));
    customers.change(number, known -> known.withPassword(encoded));
    SecondStep.of(customer)
        .flatMap(SecondStep::session)
        .ifPresentOrElse(
            here -> tweestap.sessions().passwordChanged(number, here),
            () -> tweestap.sessions().passwordChanged(number));
    return "redirect:/password?changed";
  }
}
