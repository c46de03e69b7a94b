package io.tweestap.login.web;

import io.tweestap.factor.FactorId;
import io.tweestap.login.disconnect.Disconnect;
import io.tweestap.login.disconnect.DisconnectOutcome;
import io.tweestap.login.disconnect.NewDisconnect;
import io.tweestap.login.disconnect.Staff;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A disconnect in an answer.
///
/// @param scope what goes: `all`, or `factor`
/// @param until until when the user need not set up another factor
/// @param temporaryPass the code that stands in for a factor once; told once
record DisconnectView(
    UUID id,
    String state,
    String scope,
    @Nullable UUID factorId,
    String reason,
    String callerCheck,
    String staff,
    @Nullable String approver,
    @Nullable Instant until,
    String requestedBy,
    @Nullable String approvedBy,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant finishedAt,
    @Nullable PassView temporaryPass) {
  /// A temporary pass. `toString` does not show it.
  record PassView(String code, Instant expiresAt) {
    @Override
    public String toString() {
      return "PassView[]";
    }
  }

  static DisconnectView of(Disconnect disconnect) {
    return of(disconnect, Optional.empty());
  }

  static DisconnectView of(Disconnect disconnect, Optional<DisconnectOutcome.Pass> pass) {
    NewDisconnect asked = disconnect.asked();
    return new DisconnectView(
        disconnect.id(),
        disconnect.state().text(),
        asked.factor().isPresent() ? "factor" : "all",
        asked.factor().map(FactorId::value).orElse(null),
        asked.reason(),
        asked.callerCheck(),
        asked.staff(),
        asked.approver().orElse(null),
        asked.exemptUntil().orElse(null),
        disconnect.by().clientId(),
        disconnect.approvedBy().map(Staff::clientId).orElse(null),
        disconnect.createdAt(),
        disconnect.expiresAt(),
        disconnect.finishedAt().orElse(null),
        pass.map(made -> new PassView(made.code(), made.expiresAt())).orElse(null));
  }
}
