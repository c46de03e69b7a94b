package io.tweestap.shared.web;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// An answer that is an error (RFC 9457): thrown by the web layer of a room, never by a service.
///
/// Carries `type`, `title`, `status`, `detail` (what to do, one sentence), `code`, and fields of
/// its own such as `checks_left`.
public final class Problem extends ErrorResponseException {
  private Problem(ProblemCode code, ProblemDetail body) {
    super(code.status(), body, null);
  }

  /// A problem whose detail tells the caller what to do.
  public static Problem of(ProblemCode code, String detail) {
    return of(code, detail, Map.of());
  }

  /// As above, with further fields of the body in snake_case.
  public static Problem of(ProblemCode code, String detail, Map<String, ?> fields) {
    return new Problem(code, body(code, detail, fields));
  }

  /// Adds `Retry-After` in whole seconds (RFC 9110 section 10.2.3) and the field
  /// `retry_after_seconds`.
  public Problem retryAfter(long seconds) {
    getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    getBody().setProperty("retry_after_seconds", seconds);
    return this;
  }

  /// The body alone, for doors that write it themselves (filters).
  public static ProblemDetail body(ProblemCode code, String detail, Map<String, ?> fields) {
    ProblemDetail body = ProblemDetail.forStatusAndDetail(code.status(), detail);
    body.setType(code.type());
    body.setTitle(code.title());
    body.setProperty("code", code.text());
    fields.forEach(body::setProperty);
    return body;
  }
}
