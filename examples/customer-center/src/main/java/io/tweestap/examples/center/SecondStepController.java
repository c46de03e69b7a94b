package io.tweestap.examples.center;

import io.tweestap.client.Tweestap;
import io.tweestap.client.account.NewAccountLink;
import io.tweestap.spring.TweestapProperties;
import java.security.Principal;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/// Leads a customer to the pages of Tweestap where the second step is turned on and looked after:
/// devices, security keys, recovery codes, app passwords for mail.
@Controller
class SecondStepController {
  private final Tweestap tweestap;
  private final String back;

  SecondStepController(Tweestap tweestap, TweestapProperties properties) {
    this.tweestap = tweestap;
    this.back = properties.applicationAddress() + "/password";
  }

  /// The link opens once, in this browser; it is made when it is needed and shown nowhere.
  @PostMapping("/second-step")
  String lookAfter(Principal customer, Locale locale) {
    NewAccountLink asked = NewAccountLink.empty().returnUrl(back).locale(locale.getLanguage());
    return "redirect:" + tweestap.accountLinks().create(customer.getName(), asked).url().value();
  }
}
