package io.tweestap.client.factor;

import io.tweestap.client.RequestRefused;
import io.tweestap.client.http.Body;
import io.tweestap.client.http.Call;
import io.tweestap.client.http.Fields;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Operation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What users prove themselves with: authenticator apps, tokens, phones, recovery codes.
///
/// ```java
/// NewFactor app = NewFactor.of(FactorKind.TOTP).name("My phone");
/// if (tweestap.factors().begin("dora", app) instanceof BeginFactorOutcome.Begun(var begun)) {
///   show(begun.setup().qrSvg().value());
///   FactorAttempt first = FactorAttempt.of(typed(begun));
///   switch (tweestap.factors().confirm("dora", begun.factor().id(), first)) {
///     case VerifyOutcome.Right<ConfirmedFactor>(ConfirmedFactor it) -> show("it works");
///     case VerifyOutcome.ParametersIgnored<ConfirmedFactor>() -> show("use another app");
///     case VerifyOutcome<ConfirmedFactor> other -> show("again, please");
///   }
/// }
/// ```
///
/// A user or factor that the tenant does not have is a [RequestRefused] with the code `not_found`.
public final class Factors {
  private final Http http;

  /// Made by the client.
  public Factors(Http http) {
    this.http = http;
  }

  /// Those of a user that are not removed, and whether a spare one is advised.
  public FactorList list(String user) {
    return http.get(Call.of(Operation.LIST_FACTORS, user), FactorList.class);
  }

  /// One. Empty when the user has none with this id.
  public Optional<Factor> find(String user, UUID factor) {
    return http.find(Call.of(Operation.GET_FACTOR, user, factor), Factor.class);
  }

  /// Begins one.
  public BeginFactorOutcome begin(String user, NewFactor factor) {
    return FactorReplies.begun(
        http.ask(Call.of(Operation.BEGIN_FACTOR, user).json(factor), BegunFactor.class));
  }

  /// Takes over what users hold at another product, active at once. Lines that cannot be used are
  /// named in the answer; the same file again changes nothing.
  ///
  /// @throws RequestRefused with `invalid_file` when it cannot be read at all
  public AppImport importFile(AppFile file) {
    return http.get(file.in(Call.of(Operation.IMPORT_FACTORS)).patiently(), AppImport.class);
  }

  /// Makes a pending factor active with the first right code from it.
  public VerifyOutcome<ConfirmedFactor> confirm(String user, UUID factor, FactorAttempt attempt) {
    Call call = Call.of(Operation.CONFIRM_FACTOR, user, factor).json(attempt);
    return FactorReplies.verified(http.ask(call, ConfirmedFactor.class));
  }

  /// Checks a code outside of any login.
  public VerifyOutcome<VerifiedFactor> verify(String user, UUID factor, FactorAttempt attempt) {
    Call call = Call.of(Operation.VERIFY_FACTOR, user, factor).json(attempt);
    return FactorReplies.verified(http.ask(call, VerifiedFactor.class));
  }

  /// Sends a code to a phone, or draws a question for a device, outside of any login.
  public AskOutcome challenge(String user, UUID factor, NewFactorChallenge challenge) {
    Call call = Call.of(Operation.CHALLENGE_FACTOR, user, factor).json(challenge);
    return FactorReplies.asked(http.ask(call, FactorChallenge.class));
  }

  /// Finds a token again whose button was pressed too often, or whose clock is far off.
  ///
  /// @param codes two or three in a row, oldest first
  public VerifyOutcome<Factor> resync(String user, UUID factor, List<String> codes) {
    Call call = Call.of(Operation.RESYNC_FACTOR, user, factor).json(Fields.of("codes", codes));
    return FactorReplies.verified(http.ask(call, Factor.class));
  }

  /// Gives it another name.
  public Factor rename(String user, UUID factor, String name) {
    return acted(Operation.RENAME_FACTOR, user, factor, Fields.of("name", name));
  }

  /// Takes it out of use at once, because it was reported lost.
  ///
  /// @throws RequestRefused with `factor_not_usable` when its state does not allow it
  public Factor suspend(String user, UUID factor, FactorAct act) {
    return acted(Operation.SUSPEND_FACTOR, user, factor, act);
  }

  /// Takes a suspended one back into use. Ask the user for another factor before.
  ///
  /// @throws RequestRefused with `factor_not_usable` when its state does not allow it
  public Factor resume(String user, UUID factor, FactorAct act) {
    return acted(Operation.RESUME_FACTOR, user, factor, act);
  }

  private Factor acted(Operation operation, String user, UUID factor, Body<?> body) {
    return http.get(Call.of(operation, user, factor).json(body), Factor.class);
  }

  /// Ends it at once and for good; a pending one is canceled.
  public void remove(String user, UUID factor) {
    http.run(Call.of(Operation.REMOVE_FACTOR, user, factor));
  }
}
