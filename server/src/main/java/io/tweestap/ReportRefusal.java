package io.tweestap;

import java.util.Optional;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Says a known cause of a failed start in one sentence; leaves all others to Spring Boot, which
/// prints them with their stack trace.
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReportRefusal implements SpringBootExceptionReporter {
  @Override
  public boolean reportException(Throwable failure) {
    Optional<Refusal> refusal = Refusal.of(failure);
    refusal.map(Refusal::sentence).ifPresent(System.err::println);
    return refusal.isPresent();
  }
}
