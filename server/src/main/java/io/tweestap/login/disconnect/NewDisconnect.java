package io.tweestap.login.disconnect;

import io.tweestap.factor.FactorId;
import java.time.Instant;
import java.util.Optional;

/// What staff ask for when a user calls.
///
/// @param factor the one that was lost; empty: all of them
/// @param reason why, 1 to 500 characters
/// @param callerCheck how staff made sure who calls, 1 to 500 characters
/// @param staff who of the staff it is, 1 to 100 characters, on the word of the application
/// @param approver who agreed, where the application has that said by itself
/// @param exemptUntil until when the user need not set up another factor; empty: at the next login,
///   as the policies say
/// @param temporaryPass whether a code is wanted that stands in for a factor once
public record NewDisconnect(
    Optional<FactorId> factor,
    String reason,
    String callerCheck,
    String staff,
    Optional<String> approver,
    Optional<Instant> exemptUntil,
    boolean temporaryPass) {
  /// Shows nothing that people wrote.
  @Override
  public String toString() {
    return "NewDisconnect[" + factor.map(FactorId::toString).orElse("all") + "]";
  }
}
