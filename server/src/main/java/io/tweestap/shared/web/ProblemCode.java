package io.tweestap.shared.web;

import org.springframework.http.HttpStatus;

/// Every error that the API answers with, in one list. The code is stable and part of the API; the
/// title says what it is in general, the detail of an answer what to do about it.
public enum ProblemCode {
  BAD_REQUEST(HttpStatus.BAD_REQUEST, "The request cannot be understood"),
  HTTPS_REQUIRED(HttpStatus.FORBIDDEN, "The request came without TLS"),
  MALFORMED_JSON(HttpStatus.BAD_REQUEST, "The body is not JSON that can be read"),
  UNKNOWN_FIELD(HttpStatus.BAD_REQUEST, "The body has a field that this endpoint does not know"),
  MISSING_FIELD(HttpStatus.BAD_REQUEST, "A required field is missing"),
  INVALID_FIELD(HttpStatus.BAD_REQUEST, "A field has a value that is not allowed"),
  INVALID_NUMBER(HttpStatus.BAD_REQUEST, "The phone number cannot be used"),
  INVALID_ADDRESS(HttpStatus.BAD_REQUEST, "The mail address cannot be used"),
  UNKNOWN_CHANNEL(HttpStatus.BAD_REQUEST, "The channel does not exist"),
  CHANNEL_NOT_ALLOWED(
      HttpStatus.UNPROCESSABLE_CONTENT, "The channel is not allowed for this purpose"),
  CHANNEL_NOT_AVAILABLE(HttpStatus.UNPROCESSABLE_CONTENT, "No carrier is set up for this channel"),
  TTL_OVER_CAP(HttpStatus.UNPROCESSABLE_CONTENT, "The code would live longer than allowed"),
  INVALID_TEMPLATE(HttpStatus.UNPROCESSABLE_CONTENT, "The template cannot be used"),
  COUNTRY_NOT_ALLOWED(HttpStatus.UNPROCESSABLE_CONTENT, "The country is not allowed"),
  NUMBER_TYPE_NOT_ALLOWED(
      HttpStatus.UNPROCESSABLE_CONTENT, "This kind of phone number is never sent to"),
  SENDER_NOT_ALLOWED(HttpStatus.UNPROCESSABLE_CONTENT, "The sender cannot be used in this country"),
  OPTED_OUT(HttpStatus.UNPROCESSABLE_CONTENT, "The recipient wants no messages from this sender"),
  RECIPIENTS_REFUSED(
      HttpStatus.UNPROCESSABLE_CONTENT, "Some recipients cannot be used, so nothing was sent"),
  DUPLICATE_RECIPIENT(
      HttpStatus.UNPROCESSABLE_CONTENT, "The recipient stands in the request twice"),
  NOT_CANCELABLE(HttpStatus.CONFLICT, "The message cannot be withdrawn any more"),
  NOT_FINISHED(HttpStatus.CONFLICT, "The message still waits to be sent"),
  INVALID_FILE(HttpStatus.BAD_REQUEST, "The file cannot be read"),
  IMPORT_REFUSED(HttpStatus.UNPROCESSABLE_CONTENT, "Nothing of the file was applied"),
  UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "The credentials are missing or not valid"),
  WRONG_SCOPE(HttpStatus.FORBIDDEN, "The credentials do not carry the scope that this needs"),
  NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such thing"),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "The method is not supported here"),
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "The answer cannot be given in the asked form"),
  UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must be JSON"),
  BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large"),
  WRONG_CODE(HttpStatus.UNPROCESSABLE_CONTENT, "The code is wrong"),
  EXPIRED(HttpStatus.GONE, "The code has expired"),
  ALREADY_USED(HttpStatus.CONFLICT, "The code was used already"),
  CANCELED(HttpStatus.GONE, "The verification was canceled"),
  TOO_MANY_CHECKS(HttpStatus.GONE, "The code was checked too often"),
  DETAILS_CHANGED(HttpStatus.CONFLICT, "The details differ from those that were confirmed"),
  ALREADY_CLAIMED(HttpStatus.CONFLICT, "The result was taken already"),
  LOGIN_OVER(HttpStatus.CONFLICT, "The login is over"),
  WRONG_STEP(HttpStatus.CONFLICT, "The login asks for something else"),
  SLOWED_DOWN(HttpStatus.TOO_MANY_REQUESTS, "Too many wrong codes"),
  PARAMETERS_IGNORED(
      HttpStatus.UNPROCESSABLE_CONTENT, "The app ignores algorithm, digits and period"),
  CHALLENGE_OVER(HttpStatus.GONE, "The challenge is over"),
  FACTOR_NOT_USABLE(HttpStatus.CONFLICT, "The state of the factor does not allow this"),
  FACTOR_DISABLED(HttpStatus.CONFLICT, "The factor failed too often"),
  FACTOR_EXPIRED(HttpStatus.GONE, "The factor has expired"),
  CHALLENGE_NOT_POSSIBLE(HttpStatus.UNPROCESSABLE_CONTENT, "No challenge can be made"),
  NO_PROVEN_ADDRESS(HttpStatus.UNPROCESSABLE_CONTENT, "There is no address to send a code to"),
  NO_SKIP_LEFT(HttpStatus.CONFLICT, "Enrollment cannot be put off"),
  SECOND_PERSON_NEEDED(HttpStatus.CONFLICT, "Another person must approve this"),
  DISCONNECT_OVER(HttpStatus.CONFLICT, "The disconnect is over"),
  TOKEN_NOT_IN_STOCK(HttpStatus.CONFLICT, "The hardware token is not in stock"),
  TOO_MANY_SENDS(HttpStatus.GONE, "The code was sent too often"),
  TOO_EARLY(HttpStatus.TOO_MANY_REQUESTS, "The code was sent a moment ago"),
  USER_CLOSED(HttpStatus.CONFLICT, "The user is closed for good"),
  CHANGED_MEANWHILE(HttpStatus.PRECONDITION_FAILED, "Somebody changed it meanwhile"),
  NAME_TAKEN(HttpStatus.CONFLICT, "Another one has this name"),
  SAME_PERSON(HttpStatus.UNPROCESSABLE_CONTENT, "Another person must approve"),
  NOTHING_TO_APPROVE(HttpStatus.CONFLICT, "There is nothing to approve"),
  ALREADY_EXEMPT(HttpStatus.CONFLICT, "The user has an exemption that has not ended"),
  PROOF_TOO_OLD(
      HttpStatus.UNPROCESSABLE_CONTENT, "The user must prove password and second factor again"),
  USER_NOT_ACTIVE(HttpStatus.CONFLICT, "The user is suspended or closed"),
  NUMBER_TAKEN(HttpStatus.CONFLICT, "Too many users have this phone number as a factor"),
  LIMIT_REACHED(HttpStatus.CONFLICT, "There are as many of these as allowed"),
  FRAUD_BLOCKED(HttpStatus.TOO_MANY_REQUESTS, "The fraud guard holds codes back"),
  INSUFFICIENT_CREDIT(HttpStatus.PAYMENT_REQUIRED, "The credit does not pay for it"),
  TRIAL_RESTRICTED(HttpStatus.UNPROCESSABLE_CONTENT, "The free trial does not allow this"),
  NO_PRICE(HttpStatus.UNPROCESSABLE_CONTENT, "There is no price for this country"),
  RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
  IDEMPOTENCY_MISMATCH(HttpStatus.CONFLICT, "The Idempotency-Key was used for a different request"),
  UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The service cannot answer right now"),
  INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side");

  private final HttpStatus status;
  private final String title;

  ProblemCode(HttpStatus status, String title) {
    this.status = status;
    this.title = title;
  }

  public HttpStatus status() {
    return status;
  }

  public String title() {
    return title;
  }

  /// As it stands in an answer: `wrong_code`.
  public String text() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /// The stable `type` of RFC 9457: `urn:tweestap:problem:wrong_code`.
  public java.net.URI type() {
    return java.net.URI.create("urn:tweestap:problem:" + text());
  }
}
