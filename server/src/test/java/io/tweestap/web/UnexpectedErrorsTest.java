package io.tweestap.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.shared.web.Problem;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionSystemException;

/// What is said about what nobody foresaw.
class UnexpectedErrorsTest {
  private final UnexpectedErrors errors = new UnexpectedErrors(new SecureRandom());

  @Test
  void aConnectionLostInTheMidstOfATransactionMayBeTriedAgain() {
    Problem problem =
        errors.problem(
            new IllegalStateException(new TransactionSystemException("JDBC rollback failed")));
    assertThat(problem.getStatusCode().value()).isEqualTo(503);
    assertThat(problem.getHeaders().getFirst("Retry-After")).isEqualTo("5");
  }

  @Test
  void aMistakeOfOursIsNotTheDatabases() {
    assertThat(errors.problem(new IllegalStateException("x")).getStatusCode().value())
        .isEqualTo(500);
  }
}
