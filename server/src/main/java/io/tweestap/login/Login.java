package io.tweestap.login;

import io.tweestap.factor.Factor;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.policy.FirstFactorProof;
import io.tweestap.policy.Purpose;
import io.tweestap.user.User;
import io.tweestap.user.UserId;
import io.tweestap.verification.Details;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// The second step of one login, as it stands in the database.
///
/// @param subject the user's name in the audit
/// @param browser the remembered browser that it began on, or as which its browser was remembered
/// @param challenges the newest challenge of each factor; answers to another are refused
/// @param proof the code to an address
/// @param proven what was shown so far, for the result
/// @param enrolling the factor that is being set up
/// @param result once it has passed
public record Login(
    UUID id,
    UserId user,
    UUID subject,
    LoginState state,
    Purpose purpose,
    Optional<String> application,
    Plan plan,
    Visitor visitor,
    Locale locale,
    Optional<Details> details,
    Optional<UUID> browser,
    int answersWrong,
    int answersMax,
    Map<UUID, UUID> challenges,
    Optional<Proof> proof,
    Proven proven,
    Optional<FactorId> enrolling,
    Optional<Result> result,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> finishedAt) {
  /// How long a login may be answered.
  public static final Duration LIFE = Duration.ofMinutes(10);

  /// How long a password reset may take: mail may be slow.
  public static final Duration LIFE_OF_RESET = Duration.ofHours(1);

  /// How many wrong answers end a login, whatever factors they were to.
  public static final int ANSWERS_MAX = 10;

  /// A code to an address of the user, or one that staff gave.
  ///
  /// @param verification that sent it; empty for a code of the staff
  /// @param address of the user; empty for a code of the staff
  /// @param kind what it counts as
  /// @param provenAt when it was right
  public record Proof(
      Optional<UUID> verification,
      Optional<UUID> address,
      FirstFactorProof kind,
      Optional<Instant> provenAt) {}

  static Login begin(
      UUID id, User user, NewLogin asked, Plan plan, Optional<UUID> browser, Instant now) {
    boolean reset = asked.purpose() == Purpose.PASSWORD_RESET;
    return new Login(
        id,
        user.id(),
        user.pseudonym(),
        LoginState.PENDING,
        asked.purpose(),
        asked.application(),
        plan,
        asked.visitor(),
        asked.locale().orElse(user.locale()),
        asked.details(),
        browser,
        0,
        ANSWERS_MAX,
        Map.of(),
        Optional.empty(),
        Proven.NOTHING,
        Optional.empty(),
        Optional.empty(),
        now,
        now.plus(reset ? LIFE_OF_RESET : LIFE),
        Optional.empty());
  }

  /// The same, passed.
  Login passed(Proven shown, Result how) {
    return with(
        LoginState.PASSED,
        visitor,
        answersWrong,
        shown,
        Optional.of(how),
        Optional.of(how.authTime()));
  }

  /// The same, over without having passed.
  Login ended(LoginState how, int wrong, Instant at) {
    return with(how, visitor, wrong, proven, Optional.empty(), Optional.of(at));
  }

  /// The same, with the visitor's address as it was given.
  Login visitedFrom(Optional<String> ip) {
    return with(state, visitor.at(ip), answersWrong, proven, result, finishedAt);
  }

  private Login with(
      LoginState now,
      Visitor from,
      int wrong,
      Proven shown,
      Optional<Result> how,
      Optional<Instant> at) {
    return new Login(
        id,
        user,
        subject,
        now,
        purpose,
        application,
        plan,
        from,
        locale,
        details,
        browser,
        wrong,
        answersMax,
        challenges,
        proof,
        shown,
        enrolling,
        how,
        createdAt,
        expiresAt,
        at);
  }

  /// Kinds of factor that it takes. A phone line that the way back into the account went over is no
  /// second factor of the same login (invariant 7).
  Set<FactorKind> kinds() {
    boolean byPhone =
        plan.recovery()
            && proof.filter(code -> code.kind() == FirstFactorProof.KNOWN_PHONE).isPresent();
    return plan.kinds().stream()
        .filter(kind -> !byPhone || kind != FactorKind.PHONE)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Whether only a security key that stays on its device may answer. One that is proven before
  /// another is set up may be any.
  boolean answersDeviceBound() {
    return plan.deviceBound() && plan.decision() == DecisionKind.CHALLENGE;
  }

  /// Whether an answer may be given with this factor.
  boolean takes(Factor factor) {
    return kinds().contains(factor.kind()) && fits(factor, answersDeviceBound());
  }

  /// Whether what was set up in it is what the policy asks for.
  public boolean suffices(Factor made) {
    return fits(made, plan.deviceBound());
  }

  private static boolean fits(Factor factor, boolean deviceBound) {
    return !deviceBound || factor.kind() != FactorKind.WEBAUTHN || factor.isDeviceBoundKey();
  }

  /// Whether the browser may be remembered once it has passed: not by a payment, and not by
  /// somebody who did not know the password.
  public boolean mayRemember() {
    return Result.logsIn(purpose) && !plan.rememberFor().isZero();
  }

  /// How far it has come.
  public Progress progress() {
    return new Progress(
        proof.flatMap(Proof::provenAt).isPresent(), proven.factor().isPresent(), false);
  }

  /// What it asks for next; nothing when it is over.
  public Step next() {
    return state == LoginState.PENDING ? Step.next(plan, progress()) : Step.NOTHING;
  }
}
