package io.tweestap.verification.web;

import io.tweestap.credit.Shortage;
import io.tweestap.credit.web.CreditProblems;
import io.tweestap.limit.Limit;
import io.tweestap.shared.Channel;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.verification.NextAction;
import io.tweestap.verification.Purpose;
import io.tweestap.verification.ResendOutcome;
import io.tweestap.verification.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What the door says when the room says no.
final class VerificationProblems {
  private VerificationProblems() {}

  static Problem notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no verification with this id.");
  }

  /// Why no code was sent again, though the verification is pending.
  static Problem of(ResendOutcome refusal) {
    return switch (refusal) {
      case ResendOutcome.TooEarly(Duration wait) -> tooEarly(wait);
      case ResendOutcome.TooManySends() -> tooManySends();
      case ResendOutcome.ChannelNotAllowed(Purpose purpose, Channel channel) ->
          channelNotAllowed(purpose, channel);
      case ResendOutcome.ChannelNotAvailable(Channel channel) -> channelNotAvailable(channel);
      case ResendOutcome.Blocked(Duration wait) -> StartProblems.blocked(wait);
      case ResendOutcome.RateLimited(Limit limit, Duration wait) -> rateLimited(limit, wait);
      case ResendOutcome.Unpaid(Shortage why) -> CreditProblems.of(why);
      case ResendOutcome.Resent _, ResendOutcome.Finished _, ResendOutcome.NotFound _ ->
          throw new IllegalArgumentException("not a refusal of a pending one");
    };
  }

  /// The problem with what can be done next.
  static Problem next(Problem problem, List<NextAction> next) {
    problem.getBody().setProperty("next_actions", NextActionView.of(next));
    return problem;
  }

  /// Why nothing can be done with it any more.
  static Problem finished(State state) {
    return next(why(state), List.of());
  }

  private static Problem why(State state) {
    return switch (state) {
      case PENDING -> throw new IllegalArgumentException("a pending verification is not finished");
      case APPROVED ->
          Problem.of(ProblemCode.ALREADY_USED, "The code was used before. Start a new one.");
      case EXPIRED ->
          Problem.of(ProblemCode.EXPIRED, "The code has expired. Start a new verification.");
      case CANCELED ->
          Problem.of(ProblemCode.CANCELED, "It was canceled. Start a new verification.");
      case TOO_MANY_CHECKS ->
          Problem.of(
              ProblemCode.TOO_MANY_CHECKS,
              "Too many wrong codes. Start a new verification.",
              Map.of("checks_left", 0));
      case DETAILS_CHANGED ->
          Problem.of(
              ProblemCode.DETAILS_CHANGED,
              "The details are not those that were sent; the code is void."
                  + " Start a new verification with the new details.");
    };
  }

  static Problem wrongCode(int checksLeft) {
    return Problem.of(
        ProblemCode.WRONG_CODE,
        "The code is wrong. Checks left: " + checksLeft + ".",
        Map.of("checks_left", checksLeft));
  }

  static Problem rateLimited(Limit limit, Duration wait) {
    return Problem.of(
            ProblemCode.RATE_LIMITED,
            "The limit " + limit.text() + " is used up. Nothing was sent.",
            Map.of("limit", limit.text()))
        .retryAfter(wait.toSeconds());
  }

  static Problem tooEarly(Duration wait) {
    return Problem.of(
            ProblemCode.TOO_EARLY, "A new code can be sent in " + wait.toSeconds() + " seconds.")
        .retryAfter(wait.toSeconds());
  }

  static Problem tooManySends() {
    return Problem.of(
        ProblemCode.TOO_MANY_SENDS, "All sends are used up. Start a new verification.");
  }

  static Problem channelNotAllowed(Purpose purpose, Channel channel) {
    String detail =
        channel == Channel.EMAIL
            ? "Mail cannot carry a code for the purpose "
                + purpose.text()
                + " (NIST SP 800-63B-4 section 3.1.3.1). Use sms or voice."
            : "The channel " + channel.text() + " does not fit the address.";
    return Problem.of(ProblemCode.CHANNEL_NOT_ALLOWED, detail, Map.of("field", "channel"));
  }

  static Problem channelNotAvailable(Channel channel) {
    return Problem.of(
        ProblemCode.CHANNEL_NOT_AVAILABLE,
        "No carrier is set up for the channel " + channel.text() + ".",
        Map.of("field", "channel"));
  }

  static Problem ttlOverCap(Purpose purpose, Duration cap) {
    return Problem.of(
        ProblemCode.TTL_OVER_CAP,
        "ttl may be at most "
            + cap.toSeconds()
            + " seconds for the purpose "
            + purpose.text()
            + ": "
            + purpose.capSource()
            + ".",
        Map.of("field", "ttl", "max_ttl", cap.toSeconds()));
  }

  static Problem invalidNumber(String reason) {
    return Problem.of(
        ProblemCode.INVALID_NUMBER,
        "The phone number cannot be used: " + reason + ".",
        Map.of("field", "to", "reason", reason));
  }

  static Problem invalidAddress() {
    return Problem.of(
        ProblemCode.INVALID_ADDRESS,
        "to must be a mail address such as anna@example.org.",
        Map.of("field", "to"));
  }

  static Problem costlyNumber(String kind) {
    return Problem.of(
        ProblemCode.NUMBER_TYPE_NOT_ALLOWED,
        "Nothing is ever sent to a " + kind + " number.",
        Map.of("field", "to"));
  }

  static Problem countryNotAllowed(String country) {
    return Problem.of(
        ProblemCode.COUNTRY_NOT_ALLOWED,
        "Codes are not sent to "
            + country
            + ". Add it to allowed_countries in the settings if they should be.",
        Map.of("field", "to", "country", country));
  }

  static Problem senderNotAllowed(String country, String advice) {
    return Problem.of(
        ProblemCode.SENDER_NOT_ALLOWED, advice + ".", Map.of("field", "to", "country", country));
  }

  static Problem templateNotUsable(String reason) {
    return Problem.of(
        ProblemCode.INVALID_TEMPLATE,
        "The template cannot be used: " + reason + ".",
        Map.of("field", "template"));
  }
}
