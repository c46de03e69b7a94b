package io.tweestap.web;

import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import jakarta.servlet.ServletException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/// Logs what should not have happened, once, under a reference that the caller gets too; the answer
/// says nothing else about it.
@Component
class UnexpectedErrors {
  private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrors.class);
  private static final int REFERENCE_BYTES = 8;
  private static final long RETRY_SECONDS = 5;

  private final SecureRandom random;

  UnexpectedErrors(SecureRandom random) {
    this.random = random;
  }

  /// What to answer: 400 when the server or the firewall could not read the parameters, 503 when
  /// the database is away, restarting or too busy, so that the request may be sent again; else 500.
  Problem problem(Throwable error) {
    return switch (error) {
      // Not logged: they quote the parameter, which may be a code or a number.
      case InvalidParameterException unread -> StatusProblems.of(unread.getErrorCode());
      case ServletException around when around.getCause() != null -> problem(around.getCause());
      case RequestRejectedException _ -> StatusProblems.of(HttpStatus.BAD_REQUEST.value());
      // The caller hung up, or said nothing for too long.
      case ClientAbortException _ -> StatusProblems.of(HttpStatus.BAD_REQUEST.value());
      default -> isDatabaseAway(error) ? databaseAway(error) : internal(error);
    };
  }

  private Problem internal(Throwable error) {
    byte[] drawn = new byte[REFERENCE_BYTES];
    random.nextBytes(drawn);
    String reference = HexFormat.of().formatHex(drawn);
    LOG.error("unexpected error, reference {}", reference, error);
    return Problem.of(
        ProblemCode.INTERNAL,
        "Nothing is wrong with your request. Give this reference when you report it.",
        Map.of("reference", reference));
  }

  /// Logs one line, not a stack trace: when the database is away, every request says so.
  private static Problem databaseAway(Throwable error) {
    LOG.warn("the database cannot be used: {}", error.getClass().getSimpleName());
    return StatusProblems.of(503).retryAfter(RETRY_SECONDS);
  }

  private static boolean isDatabaseAway(Throwable error) {
    return switch (error) {
      case DataAccessResourceFailureException _,
          TransientDataAccessException _,
          CannotCreateTransactionException _,
          // Neither commit nor rollback: the connection was lost in the midst of it.
          TransactionSystemException _ ->
          true;
      default -> error.getCause() != null && isDatabaseAway(error.getCause());
    };
  }
}
