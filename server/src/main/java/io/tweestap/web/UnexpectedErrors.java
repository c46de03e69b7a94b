package io.tweestap.web;

import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Logs what should not have happened, once, under a reference that the caller gets too; the answer
/// says nothing else about it.
@Component
class UnexpectedErrors {
  private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrors.class);
  private static final int REFERENCE_BYTES = 8;

  private final SecureRandom random;

  UnexpectedErrors(SecureRandom random) {
    this.random = random;
  }

  Problem problem(Throwable error) {
    byte[] drawn = new byte[REFERENCE_BYTES];
    random.nextBytes(drawn);
    String reference = HexFormat.of().formatHex(drawn);
    LOG.error("unexpected error, reference {}", reference, error);
    return Problem.of(
        ProblemCode.INTERNAL,
        "Nothing is wrong with your request. Give this reference when you report it.",
        Map.of("reference", reference));
  }

  /// One line, not a stack trace: when the database is away, every request says so.
  void databaseAway(Exception error) {
    LOG.warn("the database cannot be used: {}", error.getClass().getSimpleName());
  }
}
