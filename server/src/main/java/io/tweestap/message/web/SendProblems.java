package io.tweestap.message.web;

import io.tweestap.limit.Limit;
import io.tweestap.message.Fault;
import io.tweestap.message.NewBatch;
import io.tweestap.message.SendOutcome.Refusal;
import io.tweestap.shared.Channel;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.tenant.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Why nothing was sent.
final class SendProblems {
  /// So many errors of a batch are listed.
  private static final int ERRORS_MAX = 100;

  private SendProblems() {}

  /// What is wrong with a recipient, as a caller reads it.
  private record Told(ProblemCode code, String field, String detail, Map<String, ?> more) {
    Problem problem() {
      var fields = new java.util.HashMap<String, Object>(more);
      fields.put("field", field);
      return Problem.of(code, detail, fields);
    }
  }

  /// One line of `errors`.
  ///
  /// @param index of the recipient, from 0
  record ErrorView(int index, String field, String code, String detail) {}

  /// The problem of a request with a single recipient.
  static Problem one(Fault fault) {
    Problem problem = told(fault).problem();
    return fault instanceof Fault.HeldBack(Duration wait)
        ? problem.retryAfter(wait.toSeconds())
        : problem;
  }

  /// The problem of a batch.
  static Problem several(List<Refusal> refusals, int recipients) {
    return Problem.of(
        ProblemCode.RECIPIENTS_REFUSED,
        "Nothing was sent. Correct the recipients in errors, or leave them out, and send again.",
        Map.of(
            "recipients",
            recipients,
            "failed",
            refusals.size(),
            "complete",
            refusals.size() <= ERRORS_MAX,
            "errors",
            refusals.stream().limit(ERRORS_MAX).map(SendProblems::line).toList()));
  }

  private static ErrorView line(Refusal refusal) {
    Told told = told(refusal.fault());
    return new ErrorView(refusal.index(), told.field(), told.code().text(), told.detail());
  }

  private static Told told(Fault fault) {
    return switch (fault) {
      case Fault.NotANumber(String reason) ->
          new Told(
              ProblemCode.INVALID_NUMBER,
              "to",
              "The phone number cannot be used: " + reason + ".",
              Map.of("reason", reason));
      case Fault.Costly(String kind) ->
          new Told(
              ProblemCode.NUMBER_TYPE_NOT_ALLOWED,
              "to",
              "Nothing is ever sent to a " + kind + " number.",
              Map.of());
      case Fault.CountryNotAllowed(String country) ->
          new Told(
              ProblemCode.COUNTRY_NOT_ALLOWED,
              "to",
              "Nothing is sent to " + country + ". Add it to allowed_countries in the settings.",
              Map.of("country", country));
      case Fault.SenderNotAllowed(String country, String advice) ->
          new Told(
              ProblemCode.SENDER_NOT_ALLOWED, "sender", advice + ".", Map.of("country", country));
      case Fault.OptedOut() ->
          new Told(
              ProblemCode.OPTED_OUT,
              "to",
              "The recipient wants no messages from this sender. Leave it out.",
              Map.of());
      case Fault.HeldBack(Duration retryAfter) -> heldBack(retryAfter);
      case Fault.Twice(int first) ->
          new Told(
              ProblemCode.DUPLICATE_RECIPIENT,
              "to",
              "The same number stands at index " + first + " already.",
              Map.of());
      case Fault.MissingVariable(String name) ->
          invalid(
              "variables", "The variable " + name + " is missing: the text has a place for it.");
      case Fault.UnknownVariable(String name) ->
          invalid("variables", "The text has no place for the variable " + name + ".");
      case Fault.NoLanguage(String language) ->
          new Told(
              ProblemCode.INVALID_TEMPLATE,
              "locale",
              "The template has no text in "
                  + language
                  + " and none in the tenant's own language. Add one of them.",
              Map.of());
      case Fault.Blank() -> invalid("variables", "With these values nothing is left to read.");
      case Fault.TooLong() ->
          invalid(
              "variables",
              "With these values the text has more than " + NewBatch.TEXT_MAX + " characters.");
    };
  }

  private static Told heldBack(Duration retryAfter) {
    return new Told(
        ProblemCode.FRAUD_BLOCKED,
        "to",
        "The fraud guard holds messages to this number back for "
            + retryAfter.toSeconds()
            + " seconds.",
        Map.of());
  }

  private static Told invalid(String field, String detail) {
    return new Told(ProblemCode.INVALID_FIELD, field, detail, Map.of());
  }

  static Problem noTemplate(String name) {
    return Problem.of(
        ProblemCode.INVALID_TEMPLATE,
        "There is no template " + name + ". Write it by PUT /v1/message_templates/" + name + ".",
        Map.of("field", "template"));
  }

  static Problem channelNotAvailable(Channel channel) {
    return Problem.of(
        ProblemCode.CHANNEL_NOT_AVAILABLE,
        "No carrier is set up for the channel " + channel.text() + ".");
  }

  static Problem rateLimited(Limit limit, Duration wait) {
    return Problem.of(
            ProblemCode.RATE_LIMITED,
            "The limit " + limit.text() + " does not allow this many now. Nothing was sent.",
            Map.of("limit", limit.text()))
        .retryAfter(wait.toSeconds());
  }

  static Problem missing(Scope scope, String priority) {
    return Problem.of(
        ProblemCode.WRONG_SCOPE,
        "The priority " + priority + " needs credentials with the scope " + scope.text() + ".",
        Map.of("scope", scope.text()));
  }
}
