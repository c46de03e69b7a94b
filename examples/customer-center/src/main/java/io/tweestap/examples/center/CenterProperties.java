package io.tweestap.examples.center;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Settings under `center`.
///
/// @param customers those that are there from the start
@ConfigurationProperties("center")
public record CenterProperties(List<Customer> customers) {
  public CenterProperties {
    customers = List.copyOf(customers);
  }
}
