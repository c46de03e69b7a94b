package io.tweestap;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The program.
@SpringBootApplication
public class Tweestap {
  public static void main(String[] args) {
    SpringApplication.run(Tweestap.class, args);
  }
}
