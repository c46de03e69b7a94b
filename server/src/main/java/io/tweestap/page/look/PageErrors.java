package io.tweestap.page.look;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// Tells on a page what went wrong on a page.
@ControllerAdvice(annotations = HostedPage.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageErrors {
  private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);

  private final PlainPages plain;

  PageErrors(PlainPages plain) {
    this.plain = plain;
  }

  /// An address that does not even have the form of one of ours leads nowhere.
  @ExceptionHandler(MethodArgumentTypeMismatchException.class)
  void notOurs(HttpServletRequest request, HttpServletResponse response) throws IOException {
    plain.write(request, response, HttpStatus.NOT_FOUND, "nothing");
  }

  /// What was typed could not be read. Not logged: these quote it, and it may be a code.
  @ExceptionHandler({InvalidParameterException.class, RequestRejectedException.class})
  void unreadable(HttpServletRequest request, HttpServletResponse response) throws IOException {
    plain.write(request, response, HttpStatus.BAD_REQUEST, "bad_request");
  }

  @ExceptionHandler
  void anything(Exception e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      plain.write(request, response, HttpStatus.BAD_REQUEST, "bad_request");
      return;
    }
    LOG.error("A page failed", e);
    plain.write(request, response, HttpStatus.INTERNAL_SERVER_ERROR, "failed");
  }
}
