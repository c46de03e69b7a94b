package io.tweestap.login;

import io.tweestap.factor.FactorKind;
import io.tweestap.policy.Allowance;
import io.tweestap.policy.Decision;
import io.tweestap.policy.FirstFactorProof;
import io.tweestap.policy.Purpose;
import io.tweestap.policy.Reason;
import io.tweestap.policy.SessionLimits;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the policy asked of a login when it began. It stays so for the ten minutes that the login
/// lives, whatever becomes of the policy.
///
/// @param recovery whether a code to an address comes first: at a password reset
/// @param kinds of factor that may be answered with; empty when none is asked for
/// @param enrollment what may or must be set up
/// @param deviceBound whether a security key must be one that stays on its device (WA-25): the one
///   that answers, or the one that is set up
/// @param rememberFor how long the browser may be remembered; zero when it may not
public record Plan(
    DecisionKind decision,
    boolean recovery,
    Set<FactorKind> kinds,
    Optional<Enrollment> enrollment,
    boolean deviceBound,
    Duration stayLoggedIn,
    Duration idle,
    Duration rememberFor,
    List<Reason> reasons) {
  public Plan {
    kinds = Set.copyOf(kinds);
    reasons = List.copyOf(reasons);
  }

  /// What is to be set up.
  ///
  /// @param until the date from which it is required
  /// @param skipsMax how often it may be put off in all; empty without a limit
  /// @param skipsLeft how often that is still possible; 0 when required, empty without a limit
  /// @param proof what is shown before a first factor is added
  public record Enrollment(
      boolean required,
      Optional<LocalDate> until,
      Optional<Integer> skipsMax,
      Optional<Integer> skipsLeft,
      Set<FactorKind> kinds,
      FirstFactorProof proof) {
    public Enrollment {
      kinds = Set.copyOf(kinds);
    }
  }

  /// @param skipsUsed how often the user put it off so far
  static Plan of(Decision decision, Purpose purpose, int skipsUsed) {
    boolean recovery = purpose == Purpose.PASSWORD_RESET;
    return switch (decision) {
      case Decision.Pass(Allowance allowance, List<Reason> reasons) ->
          of(DecisionKind.PASS, recovery, Set.of(), Optional.empty(), false, allowance, reasons);
      case Decision.Challenge(
              Set<FactorKind> kinds,
              _,
              boolean deviceBound,
              Allowance allowance,
              List<Reason> reasons) ->
          of(
              DecisionKind.CHALLENGE,
              recovery,
              kinds,
              Optional.empty(),
              deviceBound,
              allowance,
              reasons);
      case Decision.Enroll enroll ->
          of(
              DecisionKind.ENROLL,
              recovery,
              enroll.proveFirst(),
              Optional.of(enrollment(enroll, skipsUsed)),
              enroll.deviceBound(),
              enroll.allowance(),
              enroll.reasons());
      case Decision.Refuse(_, Allowance allowance, List<Reason> reasons) ->
          of(DecisionKind.REFUSE, false, Set.of(), Optional.empty(), false, allowance, reasons);
    };
  }

  private static Enrollment enrollment(Decision.Enroll enroll, int skipsUsed) {
    Optional<Integer> left =
        enroll.skipsLeft() == Decision.Enroll.ANY_NUMBER
            ? Optional.empty()
            : Optional.of(enroll.skipsLeft());
    return new Enrollment(
        enroll.required(),
        enroll.until(),
        left.map(number -> number + skipsUsed),
        left,
        enroll.allowed(),
        enroll.proof());
  }

  private static Plan of(
      DecisionKind decision,
      boolean recovery,
      Set<FactorKind> kinds,
      Optional<Enrollment> enrollment,
      boolean deviceBound,
      Allowance allowance,
      List<Reason> reasons) {
    SessionLimits session = allowance.session();
    return new Plan(
        decision,
        recovery,
        kinds,
        enrollment,
        deviceBound,
        session.stayLoggedIn(),
        session.idle(),
        allowance.rememberFor(),
        reasons);
  }

  /// What is shown before a first factor is added.
  public FirstFactorProof proof() {
    return enrollment.map(Enrollment::proof).orElse(FirstFactorProof.NONE);
  }

  /// Whether a first factor needs more than the password.
  boolean asksForProof() {
    return proof() != FirstFactorProof.NONE;
  }

  /// Whether setting up a factor may be put off.
  public boolean maySkip() {
    return enrollment.map(offer -> !offer.required()).orElse(false);
  }
}
