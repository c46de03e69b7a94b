package io.tweestap.examples.center;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/// The application. `./tweestap example` starts it beside a server.
@SpringBootApplication
@EnableConfigurationProperties(CenterProperties.class)
public class CustomerCenter {
  public static void main(String[] args) {
    SpringApplication.run(CustomerCenter.class, args);
  }
}
