package io.tweestap.policy;

import io.tweestap.factor.FactorKind;
import io.tweestap.policy.exemption.ExemptionFact;
import io.tweestap.user.UserState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// All that a decision is made from.
///
/// @param groups of the user
/// @param application where the login is; empty when the caller names none
/// @param held kinds of which the user has a factor in use, also recovery codes and a temporary
///   pass
/// @param deviceBound whether one of the user's security keys in use stays on its device (WA-25)
/// @param browser this browser's last proof, when it is remembered
/// @param lastProof when the user last proved any factor anywhere
/// @param risky whether this login looks unlike the user's others
/// @param zone where midnight is for the dates of a policy that names no zone; [Policies] gives
///   such policies the tenant's own
/// @param deadline moved by staff: takes the place of the policies' required dates
/// @param skipsUsed how often the user put enrollment off
/// @param exemption in force, approved where approval is asked for
public record Facts(
    Set<String> groups,
    String application,
    Purpose purpose,
    Set<FactorKind> held,
    boolean deviceBound,
    Optional<RememberedFact> browser,
    Optional<Instant> lastProof,
    boolean risky,
    Instant now,
    ZoneId zone,
    Optional<LocalDate> deadline,
    int skipsUsed,
    Optional<ExemptionFact> exemption,
    UserState state) {
  public Facts {
    groups = Set.copyOf(groups);
    held = Set.copyOf(held);
  }

  /// The same with other kinds of factor.
  public Facts holding(Set<FactorKind> kinds) {
    return new Facts(
        groups,
        application,
        purpose,
        kinds,
        deviceBound,
        browser,
        lastProof,
        risky,
        now,
        zone,
        deadline,
        skipsUsed,
        exemption,
        state);
  }

  /// Whether a factor is held that makes the user one who has set up the second step.
  public boolean enrolled() {
    return held.stream().anyMatch(FactorKind::isSecondFactor);
  }

  /// Whether an exemption holds now; at the very moment of its end it does not.
  public boolean exempt() {
    return exemption.filter(given -> now.isBefore(given.until())).isPresent();
  }
}
