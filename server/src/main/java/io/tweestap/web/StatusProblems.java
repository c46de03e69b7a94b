package io.tweestap.web;

import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;

/// The problem for an HTTP status where nothing more is known: what the server itself or the
/// firewall refused.
final class StatusProblems {
  private StatusProblems() {}

  static Problem of(int status) {
    return switch (status) {
      case 401 -> Problem.of(ProblemCode.UNAUTHENTICATED, "Send a bearer token or a key pair.");
      case 403 -> Problem.of(ProblemCode.WRONG_SCOPE, "These credentials may not do this.");
      case 404 -> Problem.of(ProblemCode.NOT_FOUND, "There is nothing at this path.");
      case 405 -> Problem.of(ProblemCode.METHOD_NOT_ALLOWED, "Use another method.");
      case 406 -> Problem.of(ProblemCode.NOT_ACCEPTABLE, "Accept application/json.");
      case 413 -> BodyLimitFilter.problem();
      case 415 -> Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
      case 503 -> Problem.of(ProblemCode.UNAVAILABLE, "Try again in a moment.");
      default ->
          status >= 500
              ? Problem.of(ProblemCode.INTERNAL, "Try again later.")
              : Problem.of(ProblemCode.BAD_REQUEST, "The request is not valid HTTP for this API.");
    };
  }
}
