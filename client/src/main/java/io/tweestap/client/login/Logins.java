package io.tweestap.client.login;

import io.tweestap.client.factor.NewFactor;
import io.tweestap.client.http.Call;
import io.tweestap.client.http.Fields;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Operation;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The second step of a login: begin it when the password was right, and log the user in when it
/// has passed, not before.
///
/// ```java
/// BeginOutcome begun = tweestap.logins().begin(NewLogin.of("anna", StepPurpose.LOGIN));
/// String seen =
///     switch (begun) {
///       case BeginOutcome.Passed(Login login, LoginResult result) -> "welcome";
///       case BeginOutcome.Challenge(Login login) -> typed(login);
///       case BeginOutcome.Enroll(Login login, LoginEnrollment enrollment) -> "set up a factor";
///       case BeginOutcome.Refused(Login login) -> "no login";
///       case BeginOutcome.UnknownUser() -> "wrong password";
///     };
/// ```
///
/// The user typed a code; it is answered with the factor that was chosen:
///
/// ```java
/// UUID factor = login.options().getFirst().factorId();
/// return switch (tweestap.logins().answer(login.id(), LoginAnswer.of(factor, code))) {
///   case AnswerOutcome.Passed(Login passed, LoginResult result) -> "welcome";
///   case AnswerOutcome.Wrong(int answersLeft) -> "wrong, " + answersLeft + " left";
///   case AnswerOutcome.SlowedDown(Duration waitFor) -> "wait " + waitFor.toSeconds() + " s";
///   case AnswerOutcome.AlreadyUsed() -> "used before: wait for the next code";
///   case AnswerOutcome.ChallengeOver(String reason) -> "ask for a new code";
///   case AnswerOutcome.NotUsable(String problem) -> "choose another factor";
///   case AnswerOutcome.Continues(Login more) -> "now: " + more.next();
///   case AnswerOutcome.WrongStep(LoginStep next) -> "first: " + next;
///   case AnswerOutcome.ParametersIgnored() -> "use another app";
///   case AnswerOutcome.DetailsChanged() -> "start again";
///   case AnswerOutcome.Over(LoginState state) -> "start again";
/// };
/// ```
///
/// A login whose id the tenant does not have is a [RequestRefused] with the code `not_found`.
public final class Logins {
  private final Http http;

  /// Made by the client.
  public Logins(Http http) {
    this.http = http;
  }

  /// Begins one. Call it when the password was right, before you log the user in.
  public BeginOutcome begin(NewLogin login) {
    return LoginReplies.begun(http.ask(Call.of(Operation.BEGIN_LOGIN).json(login), Login.class));
  }

  /// A login, pending or over, for a month. Read the outcome here when the user comes back from
  /// elsewhere. Empty when the tenant has none with this id.
  public Optional<Login> find(UUID login) {
    return http.find(Call.of(Operation.GET_LOGIN, login), Login.class);
  }

  /// Takes the result of a login that was done on the hosted pages, once.
  ///
  /// @param returnCode what the browser came back with
  public ClaimOutcome claim(UUID login, String returnCode) {
    Call call = Call.of(Operation.CLAIM_LOGIN, login).json(Fields.of("return_code", returnCode));
    return LoginReplies.claimed(http.ask(call, Login.class));
  }

  /// Nobody can answer it any more. A login that is over is left as it is.
  ///
  /// @return whether it is canceled; false when it had ended in another way
  public boolean cancel(UUID login) {
    return LoginReplies.canceled(http.ask(Call.of(Operation.CANCEL_LOGIN, login), Login.class));
  }

  /// Sends a code to a phone, or draws a question for a device; for other factors there is nothing
  /// to do.
  public ChallengeOutcome challenge(UUID login, NewChallenge challenge) {
    return LoginReplies.challenged(
        http.ask(Call.of(Operation.CHALLENGE_LOGIN, login).json(challenge), LoginChallenge.class));
  }

  /// Compares what the user typed and spends it when it is right.
  public AnswerOutcome answer(UUID login, LoginAnswer answer) {
    return typed(Call.of(Operation.ANSWER_LOGIN, login).json(answer));
  }

  /// Sends the first code of a password reset, to the first proven address.
  public ProofOutcome sendRecovery(UUID login) {
    return proof(Call.of(Operation.SEND_LOGIN_RECOVERY, login).json(Fields.none()));
  }

  /// Sends the first code of a password reset.
  ///
  /// @param address one of [Login#addresses]
  public ProofOutcome sendRecovery(UUID login, UUID address) {
    Fields body = Fields.of("address_id", address);
    return proof(Call.of(Operation.SEND_LOGIN_RECOVERY, login).json(body));
  }

  /// Checks the first code of a password reset.
  public AnswerOutcome checkRecovery(UUID login, String code) {
    return typed(Call.of(Operation.CHECK_LOGIN_RECOVERY, login).json(Fields.of("code", code)));
  }

  /// Sends the code before a first factor, to the first proven address.
  public ProofOutcome sendEnrollmentProof(UUID login) {
    return proof(Call.of(Operation.SEND_ENROLLMENT_PROOF, login).json(Fields.none()));
  }

  /// Sends the code before a first factor.
  ///
  /// @param address one of [Login#addresses]
  public ProofOutcome sendEnrollmentProof(UUID login, UUID address) {
    Fields body = Fields.of("address_id", address);
    return proof(Call.of(Operation.SEND_ENROLLMENT_PROOF, login).json(body));
  }

  /// Checks the code before a first factor: that of the address, or that of the staff.
  public AnswerOutcome checkEnrollmentProof(UUID login, String code) {
    return typed(Call.of(Operation.CHECK_ENROLLMENT_PROOF, login).json(Fields.of("code", code)));
  }

  /// Begins a factor, when the login asks for one or within ten minutes after an answer with
  /// another.
  public EnrollmentOutcome startEnrollment(UUID login, NewFactor factor) {
    return LoginReplies.enrolling(
        http.ask(
            Call.of(Operation.START_ENROLLMENT, login).json(factor),
            io.tweestap.client.factor.BegunFactor.class));
  }

  /// Confirms the factor that was begun, with its first code.
  ///
  /// @param rememberBrowser whether the user wants this browser remembered; without effect where
  ///   the policy does not allow it
  public AnswerOutcome confirmEnrollment(UUID login, String code, boolean rememberBrowser) {
    Fields body = Fields.of("code", code).and("remember_browser", rememberBrowser);
    return typed(Call.of(Operation.CONFIRM_ENROLLMENT, login).json(body));
  }

  /// Confirms the security key that was begun.
  ///
  /// @param response what it said: `RegistrationResponseJSON` of WebAuthn Level 3, as the browser's
  ///   `toJSON()` gives it
  /// @param rememberBrowser as above
  public AnswerOutcome confirmEnrollment(
      UUID login, Map<String, Object> response, boolean rememberBrowser) {
    Fields body = Fields.of("response", response).and("remember_browser", rememberBrowser);
    return typed(Call.of(Operation.CONFIRM_ENROLLMENT, login).json(body));
  }

  /// Puts off to set up a factor.
  public SkipOutcome skipEnrollment(UUID login) {
    return LoginReplies.skipped(http.ask(Call.of(Operation.SKIP_ENROLLMENT, login), Login.class));
  }

  private AnswerOutcome typed(Call call) {
    return LoginReplies.answered(http.ask(call, Login.class));
  }

  private ProofOutcome proof(Call call) {
    return LoginReplies.proof(http.ask(call, LoginProof.class));
  }
}
