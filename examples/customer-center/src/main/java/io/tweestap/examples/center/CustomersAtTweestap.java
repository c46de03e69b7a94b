package io.tweestap.examples.center;

import io.tweestap.client.user.UserChange;
import io.tweestap.spring.TweestapUsers;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/// What Tweestap is told of a customer at the first login: an address, a language, and the group
/// that the policies speak of. The customer number is the name of the user there.
@Component
class CustomersAtTweestap implements TweestapUsers {
  private final Customers customers;

  CustomersAtTweestap(Customers customers) {
    this.customers = customers;
  }

  @Override
  public UserChange describe(Authentication user) {
    Customer customer = customers.get(user.getName());
    return UserChange.empty()
        .groups(List.of("customer-center"))
        .email(customer.mail())
        .locale(customer.language());
  }
}
