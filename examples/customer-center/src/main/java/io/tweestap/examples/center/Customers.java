package io.tweestap.examples.center;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;

/// The customers. They are kept in memory: what was changed is forgotten when the application
/// stops.
@Service
class Customers implements UserDetailsService {
  private final Map<String, Customer> byNumber = new ConcurrentHashMap<>();

  Customers(CenterProperties properties) {
    properties.customers().forEach(customer -> byNumber.put(customer.number(), customer));
  }

  /// One that exists.
  Customer get(String number) {
    Customer customer = byNumber.get(number);
    if (customer == null) {
      throw new UsernameNotFoundException("no such customer");
    }
    return customer;
  }

  void change(String number, UnaryOperator<Customer> change) {
    byNumber.computeIfPresent(number, (_, customer) -> change.apply(customer));
  }

  /// What Spring Security checks the password against.
  @Override
  public UserDetails loadUserByUsername(String number) {
    Customer customer = get(number);
    return User.withUsername(customer.number())
        .password(customer.password())
        .roles("CUSTOMER")
        .build();
  }
}
