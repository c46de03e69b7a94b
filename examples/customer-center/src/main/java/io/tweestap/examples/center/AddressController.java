package io.tweestap.examples.center;

import io.tweestap.client.TransactionDetails;
import io.tweestap.spring.Confirmation;
import io.tweestap.spring.Transactions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A change of address, which costs something, because it is passed on to the registries of the
/// customer's domains. It is carried out once the customer has confirmed it with the second step:
/// neither somebody at a forgotten screen nor a thief of the password moves a domain.
@Controller
class AddressController {
  /// What the registries charge.
  private static final String FEE = "4.95";

  /// What fits where Tweestap shows whom a confirmation is for.
  private static final int ADDRESS_MAX = 70;

  private final Transactions transactions;
  private final Customers customers;

  AddressController(Transactions transactions, Customers customers) {
    this.transactions = transactions;
    this.customers = customers;
  }

  @GetMapping("/address")
  String form() {
    return "address";
  }

  /// Shows amount and new address on Tweestap's pages and asks for the second step.
  @PostMapping("/address")
  void ask(
      @RequestParam String address,
      Authentication customer,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    String wished = address.strip();
    if (wished.isEmpty() || wished.length() > ADDRESS_MAX) {
      response.sendRedirect("/address?length");
      return;
    }
    TransactionDetails details = TransactionDetails.of(FEE, "EUR", wished);
    transactions.ask(request, response, customer, details, "/address/confirmed");
  }

  /// Where it goes on. The address that is stored is the one that was confirmed, whatever the
  /// browser says by now.
  @GetMapping("/address/confirmed")
  String change(Authentication customer, HttpServletRequest request) {
    return switch (transactions.take(request)) {
      case Confirmation.Confirmed(TransactionDetails details) -> {
        String confirmed = String.valueOf(details.payee());
        customers.change(customer.getName(), known -> known.withAddress(confirmed));
        yield "redirect:/address?changed";
      }
      case Confirmation.NotConfirmed() -> "redirect:/address?unconfirmed";
    };
  }
}
