package io.tweestap.web;

import io.tweestap.shared.web.BodyTooLargeException;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// Turns whatever goes wrong in a REST endpoint into a problem detail with a stable code. Nothing
/// that the caller sent is repeated in it, except the names of fields.
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemHandler {
  private static final Pattern NUMBER = Pattern.compile("(?i)(\\+|%2B)[0-9]+");
  private static final String NOT_OF_A_PATH = "[^A-Za-z0-9/_.~*%-]";

  private final UnexpectedErrors unexpected;

  ProblemHandler(UnexpectedErrors unexpected) {
    this.unexpected = unexpected;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> thrown(Problem problem) {
    return answer(problem);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable) {
    return answer(JsonProblems.of(unreadable));
  }

  @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
  ResponseEntity<ProblemDetail> unknownPath() {
    return answer(StatusProblems.of(404));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> method(HttpRequestMethodNotSupportedException e) {
    return answer(
        Problem.of(ProblemCode.METHOD_NOT_ALLOWED, "Use one of the methods in the header Allow."),
        e.getHeaders());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> mediaType(HttpMediaTypeNotSupportedException e) {
    return answer(
        Problem.of(
            ProblemCode.UNSUPPORTED_MEDIA_TYPE,
            "Send one of the media types in the header Accept of this answer."),
        e.getHeaders());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> accept(HttpMediaTypeNotAcceptableException e) {
    return answer(
        Problem.of(ProblemCode.NOT_ACCEPTABLE, "Accept application/json."), e.getHeaders());
  }

  /// An id that does not even have the form of one is simply an id that does not exist.
  @ExceptionHandler
  ResponseEntity<ProblemDetail> wrongType(MethodArgumentTypeMismatchException e) {
    return e.getParameter().hasParameterAnnotation(PathVariable.class)
        ? answer(Problem.of(ProblemCode.NOT_FOUND, "There is nothing with this id."))
        : invalid(e.getName());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException e) {
    return missing(e.getParameterName());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> missing(MissingRequestHeaderException e) {
    return missing(e.getHeaderName());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> notValid(MethodArgumentNotValidException e) {
    FieldError field = e.getFieldError();
    return invalid(field == null ? "the body" : field.getField());
  }

  @ExceptionHandler(BodyTooLargeException.class)
  ResponseEntity<ProblemDetail> tooLarge(BodyTooLargeException e) {
    return answer(BodyLimitFilter.problem(e.maxBytes()));
  }

  /// The caller hung up; nobody reads an answer.
  @ExceptionHandler(AsyncRequestNotUsableException.class)
  void callerGone() {}

  @ExceptionHandler
  ResponseEntity<ProblemDetail> anything(Exception e) {
    return e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()
        ? answer(StatusProblems.of(known.getStatusCode().value()), known.getHeaders())
        : answer(unexpected.problem(e));
  }

  private static ResponseEntity<ProblemDetail> invalid(String field) {
    return answer(
        Problem.of(
            ProblemCode.INVALID_FIELD,
            "The value of " + field + " is not of the right kind.",
            Map.of("field", field)));
  }

  private static ResponseEntity<ProblemDetail> missing(String field) {
    return answer(
        Problem.of(ProblemCode.MISSING_FIELD, "Send " + field + ".", Map.of("field", field)));
  }

  /// The path of the request, without any phone number that stands in it.
  private static URI instance() {
    var request = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
    String path = request.getRequest().getRequestURI();
    return URI.create(NUMBER.matcher(path).replaceAll("*").replaceAll(NOT_OF_A_PATH, "*"));
  }

  private static ResponseEntity<ProblemDetail> answer(Problem problem) {
    return answer(problem, HttpHeaders.EMPTY);
  }

  private static ResponseEntity<ProblemDetail> answer(Problem problem, HttpHeaders more) {
    problem.getBody().setInstance(instance());
    return ResponseEntity.status(problem.getStatusCode())
        .headers(problem.getHeaders())
        .headers(more)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem.getBody());
  }
}
