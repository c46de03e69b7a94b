package io.tweestap.user.web;

import io.tweestap.credit.Shortage;
import io.tweestap.credit.web.CreditProblems;
import io.tweestap.limit.Limit;
import io.tweestap.shared.Channel;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.user.address.AddressKind;
import io.tweestap.verification.CheckOutcome;
import io.tweestap.verification.StartOutcome;
import io.tweestap.verification.web.StartProblems;
import java.time.Duration;
import java.util.Map;

/// What the door says when the room says no.
final class UserProblems {
  private UserProblems() {}

  static Problem notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no such user.");
  }

  static Problem noAddress() {
    return Problem.of(
        ProblemCode.NOT_FOUND, "There is no such address, or no verification of it is under way.");
  }

  static Problem closed() {
    return Problem.of(
        ProblemCode.USER_CLOSED,
        "The user is closed for good. Erase it first, or use another reference.");
  }

  static Problem otherKind(AddressKind kind, Channel channel) {
    return Problem.of(
        ProblemCode.CHANNEL_NOT_ALLOWED,
        "The channel "
            + channel.text()
            + " does not fit an address of the kind "
            + kind.text()
            + ".",
        Map.of("field", "channel"));
  }

  static Problem overtaken() {
    return Problem.of(
        ProblemCode.CANCELED, "Another verification of the address was started. Use its code.");
  }

  /// Why no code went out.
  static Problem notSent(StartOutcome outcome) {
    return switch (outcome) {
      case StartOutcome.Started _ -> throw new IllegalArgumentException("a code was sent");
      case StartOutcome.ChannelNotAvailable(Channel channel) ->
          Problem.of(
              ProblemCode.CHANNEL_NOT_AVAILABLE,
              "No carrier is set up for the channel " + channel.text() + ".",
              Map.of("field", "channel"));
      case StartOutcome.CountryNotAllowed(String country) ->
          Problem.of(
              ProblemCode.COUNTRY_NOT_ALLOWED,
              "Codes are not sent to "
                  + country
                  + ". Add it to allowed_countries in the settings if they should be.");
      case StartOutcome.SenderNotAllowed(String country, String advice) ->
          Problem.of(ProblemCode.SENDER_NOT_ALLOWED, advice + ".", Map.of("country", country));
      case StartOutcome.Blocked(Duration wait) -> StartProblems.blocked(wait);
      case StartOutcome.RateLimited(Limit limit, Duration wait) ->
          Problem.of(
                  ProblemCode.RATE_LIMITED,
                  "The limit " + limit.text() + " is used up. Nothing was sent.",
                  Map.of("limit", limit.text()))
              .retryAfter(wait.toSeconds());
      case StartOutcome.Unpaid(Shortage why) -> CreditProblems.of(why);
      // The address was judged when it was stored; the settings may have changed since.
      case StartOutcome.InvalidNumber _, StartOutcome.CostlyNumber _ ->
          Problem.of(ProblemCode.INVALID_NUMBER, "The phone number can no longer be used.");
      case StartOutcome.InvalidAddress _ ->
          Problem.of(ProblemCode.INVALID_ADDRESS, "The mail address can no longer be used.");
      case StartOutcome.ChannelNotAllowed _,
          StartOutcome.TtlOverCap _,
          StartOutcome.TemplateNotUsable _ ->
          throw new IllegalStateException("a contact verification was refused: " + outcome);
    };
  }

  /// Why a code proves nothing.
  static Problem notAccepted(CheckOutcome outcome) {
    return switch (outcome) {
      case CheckOutcome.Approved _ -> throw new IllegalArgumentException("the code was right");
      case CheckOutcome.WrongCode(int checksLeft) ->
          Problem.of(
              ProblemCode.WRONG_CODE,
              "The code is wrong. Checks left: " + checksLeft + ".",
              Map.of("checks_left", checksLeft));
      case CheckOutcome.Expired() ->
          Problem.of(ProblemCode.EXPIRED, "The code has expired. Start a new verification.");
      case CheckOutcome.AlreadyUsed() ->
          Problem.of(ProblemCode.ALREADY_USED, "The code was used before. Start a new one.");
      case CheckOutcome.Canceled() ->
          Problem.of(ProblemCode.CANCELED, "It was canceled. Start a new verification.");
      case CheckOutcome.TooManyChecks() ->
          Problem.of(
              ProblemCode.TOO_MANY_CHECKS,
              "Too many wrong codes. Start a new verification.",
              Map.of("checks_left", 0));
      case CheckOutcome.NotFound() -> noAddress();
      case CheckOutcome.DetailsChanged() ->
          throw new IllegalStateException("a contact verification has no details");
    };
  }
}
