package io.tweestap.client.verification;

import io.tweestap.client.Channel;
import io.tweestap.client.Pages;
import io.tweestap.client.Problem;
import io.tweestap.client.RequestRefused;
import io.tweestap.client.TransactionDetails;
import io.tweestap.client.http.Call;
import io.tweestap.client.http.Fields;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Json;
import io.tweestap.client.http.Operation;
import io.tweestap.client.http.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One-time codes to an address: start, check what the person typed.
///
/// ```java
/// NewVerification asked = NewVerification.of("+31612345678", Channel.SMS, Purpose.LOGIN);
/// if (tweestap.verifications().start(asked) instanceof StartOutcome.Started(Verification it)) {
///   String seen =
///       switch (tweestap.verifications().check(it.id(), typed(it))) {
///         case CheckOutcome.Approved(Instant at) -> "welcome";
///         case CheckOutcome.Wrong(int checksLeft, List<NextAction> next) ->
///             "wrong, " + checksLeft + " left";
///         case CheckOutcome.Expired() -> "too late";
///         case CheckOutcome.AlreadyUsed() -> "used before";
///         case CheckOutcome.Canceled() -> "taken back";
///         case CheckOutcome.TooManyChecks() -> "typed too often";
///         case CheckOutcome.DetailsChanged() -> "not what was confirmed";
///       };
///   show(seen);
/// }
/// ```
///
/// A verification whose id the tenant does not have is a [RequestRefused] with the code
/// `not_found`.
public final class Verifications {
  private final Http http;

  /// Made by the client.
  public Verifications(Http http) {
    this.http = http;
  }

  /// What the server says of a right code.
  record Approval(Instant finishedAt) {}

  /// What a problem says beside why.
  record Told(List<NextAction> nextActions) {}

  /// Draws a code and sends it.
  public StartOutcome start(NewVerification verification) {
    Call call = Call.of(Operation.START_VERIFICATION).json(verification);
    return switch (http.ask(call, Verification.class)) {
      case Reply.Good<Verification>(Verification started) -> new StartOutcome.Started(started);
      case Reply.Bad<Verification>(Problem problem) ->
          switch (problem.code()) {
            case "invalid_number",
                "invalid_address",
                "country_not_allowed",
                "number_type_not_allowed",
                "sender_not_allowed" ->
                new StartOutcome.BadRecipient(problem.code(), problem.detail());
            case "channel_not_available" -> new StartOutcome.ChannelNotAvailable();
            case "fraud_blocked" -> new StartOutcome.Blocked(problem.retryAfter());
            case "rate_limited" ->
                new StartOutcome.RateLimited(problem.retryAfter(), problem.text("limit"));
            case "insufficient_credit", "no_price", "trial_restricted" ->
                new StartOutcome.Unpaid(problem.code(), problem.detail());
            default -> throw new RequestRefused(problem);
          };
    };
  }

  /// Compares the code that the person typed.
  public CheckOutcome check(UUID verification, String code) {
    return checked(
        Call.of(Operation.CHECK_VERIFICATION, verification).json(Fields.of("code", code)));
  }

  /// The same for a transaction, with the details that are about to be carried out.
  public CheckOutcome check(UUID verification, String code, TransactionDetails details) {
    Fields body = Fields.of("code", code).and("details", details);
    return checked(Call.of(Operation.CHECK_VERIFICATION, verification).json(body));
  }

  private CheckOutcome checked(Call call) {
    return switch (http.ask(call, Approval.class)) {
      case Reply.Good<Approval>(Approval approval) ->
          new CheckOutcome.Approved(approval.finishedAt());
      case Reply.Bad<Approval>(Problem problem) ->
          switch (problem.code()) {
            case "wrong_code" ->
                new CheckOutcome.Wrong(problem.number("checks_left").orElse(0), next(problem));
            case "expired" -> new CheckOutcome.Expired();
            case "already_used" -> new CheckOutcome.AlreadyUsed();
            case "canceled" -> new CheckOutcome.Canceled();
            case "too_many_checks" -> new CheckOutcome.TooManyChecks();
            case "details_changed" -> new CheckOutcome.DetailsChanged();
            default -> throw new RequestRefused(problem);
          };
    };
  }

  private static List<NextAction> next(Problem problem) {
    return Json.convert(problem.members(), Told.class).nextActions();
  }

  /// Sends a new code to the same address; the old one is void.
  public ResendOutcome resend(UUID verification) {
    return resent(Call.of(Operation.RESEND_VERIFICATION, verification));
  }

  /// The same on another channel.
  public ResendOutcome resend(UUID verification, Channel channel) {
    return resent(
        Call.of(Operation.RESEND_VERIFICATION, verification).json(Fields.of("channel", channel)));
  }

  private ResendOutcome resent(Call call) {
    return switch (http.ask(call, Verification.class)) {
      case Reply.Good<Verification>(Verification sent) -> new ResendOutcome.Sent(sent);
      case Reply.Bad<Verification>(Problem problem) ->
          switch (problem.code()) {
            case "too_early" -> new ResendOutcome.TooEarly(problem.retryAfter());
            case "fraud_blocked" -> new ResendOutcome.Blocked(problem.retryAfter());
            case "rate_limited" ->
                new ResendOutcome.RateLimited(problem.retryAfter(), problem.text("limit"));
            case "too_many_sends" -> new ResendOutcome.TooManySends();
            case "already_used", "expired", "canceled", "too_many_checks", "details_changed" ->
                new ResendOutcome.Over(problem.code());
            case "channel_not_available" -> new ResendOutcome.ChannelNotAvailable();
            case "insufficient_credit", "no_price", "trial_restricted" ->
                new ResendOutcome.Unpaid(problem.code(), problem.detail());
            default -> throw new RequestRefused(problem);
          };
    };
  }

  /// Voids the code, and withdraws the message if it has not left yet.
  ///
  /// @return whether it is canceled; false when it had ended in another way
  public boolean cancel(UUID verification) {
    Call call = Call.of(Operation.CANCEL_VERIFICATION, verification);
    return switch (http.ask(call, Verification.class)) {
      case Reply.Good<Verification>(Verification canceled) -> true;
      case Reply.Bad<Verification>(Problem problem) ->
          switch (problem.code()) {
            case "canceled" -> true;
            case "already_used", "expired", "too_many_checks", "details_changed" -> false;
            default -> throw new RequestRefused(problem);
          };
    };
  }

  /// One, pending or finished. Empty when the tenant has none with this id.
  public Optional<Verification> find(UUID verification) {
    return http.find(Call.of(Operation.GET_VERIFICATION, verification), Verification.class);
  }

  /// Those of the tenant, newest first.
  public Pages<Verification> list(VerificationFilter filter) {
    return http.pages(Call.of(Operation.LIST_VERIFICATIONS).query(filter), Verification.class);
  }
}
