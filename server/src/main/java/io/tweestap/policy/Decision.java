package io.tweestap.policy;

import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Strength;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the policies say about one login, and why.
public sealed interface Decision {
  /// No second step now.
  record Pass(Allowance allowance, List<Reason> reasons) implements Decision {
    public Pass {
      reasons = List.copyOf(reasons);
    }
  }

  /// The user proves one of these.
  ///
  /// @param allowed kinds that the user holds, at least one
  /// @param atLeast how strong a factor must be; weaker ones are among `allowed` only while the
  ///   date for it has not come
  /// @param deviceBound whether a security key must be one that stays on its device (WA-25)
  record Challenge(
      Set<FactorKind> allowed,
      Strength atLeast,
      boolean deviceBound,
      Allowance allowance,
      List<Reason> reasons)
      implements Decision {
    public Challenge {
      allowed = Set.copyOf(allowed);
      reasons = List.copyOf(reasons);
      if (allowed.isEmpty()) {
        throw new IllegalArgumentException("a challenge that nobody can meet");
      }
    }
  }

  /// The user sets up a factor, or may.
  ///
  /// @param required whether the login ends here without; otherwise it may be skipped
  /// @param until the date from which it is required, in the zone of the policy; empty when there
  ///   is none
  /// @param skipsLeft how often it may still be put off: [#ANY_NUMBER] without a limit, 0 when
  ///   required
  /// @param allowed kinds that may be set up, at least one
  /// @param deviceBound whether a security key must be one that stays on its device (WA-25)
  /// @param proveFirst kinds held, one of which is proven before another is added (BND-3); empty
  ///   for a first factor, then `proof` is asked for
  /// @param proof what is shown, beside the password, before a first factor is added
  record Enroll(
      boolean required,
      Optional<LocalDate> until,
      int skipsLeft,
      Set<FactorKind> allowed,
      boolean deviceBound,
      Set<FactorKind> proveFirst,
      FirstFactorProof proof,
      Allowance allowance,
      List<Reason> reasons)
      implements Decision {
    /// Skips without a limit.
    public static final int ANY_NUMBER = 1_000_000;

    public Enroll {
      allowed = Set.copyOf(allowed);
      proveFirst = Set.copyOf(proveFirst);
      reasons = List.copyOf(reasons);
      if (allowed.isEmpty() || required != (skipsLeft == 0)) {
        throw new IllegalArgumentException("something to set up; skips only where not required");
      }
    }
  }

  /// No login.
  ///
  /// @param reason why not; also the first of the reasons
  record Refuse(Reason reason, Allowance allowance, List<Reason> reasons) implements Decision {
    public Refuse {
      reasons = List.copyOf(reasons);
    }
  }

  /// Why, the decisive one first, then which policy gave which limit.
  List<Reason> reasons();

  /// What is allowed once the login is through.
  Allowance allowance();

  /// How long the login lasts.
  default SessionLimits session() {
    return allowance().session();
  }

  /// Whether this browser may be remembered, so that the next login on it need not ask.
  default boolean mayRememberBrowser() {
    return !rememberFor().isZero();
  }

  /// How long at most; zero when it may not.
  default Duration rememberFor() {
    return allowance().rememberFor();
  }

  /// Whether the login goes no further without something that the user does not have yet.
  default boolean shutsOut() {
    return switch (this) {
      case Pass _, Challenge _ -> false;
      case Enroll enroll -> enroll.required();
      case Refuse _ -> true;
    };
  }
}
