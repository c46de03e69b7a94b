package io.tweestap.login.disconnect;

import java.time.Instant;
import java.util.Optional;

/// The answer to a disconnect, and to whoever agrees to one.
public sealed interface DisconnectOutcome {
  /// It is carried out.
  ///
  /// @param pass the code that stands in for a factor once, where one was asked for
  record Done(Disconnect disconnect, Optional<Pass> pass) implements DisconnectOutcome {}

  /// It waits for a second person.
  record Pending(Disconnect disconnect) implements DisconnectOutcome {}

  /// Whoever asks may not agree as well.
  record SamePerson() implements DisconnectOutcome {}

  /// It is over.
  record Over(DisconnectState state) implements DisconnectOutcome {}

  /// There is no such user in a tenant that the caller may help.
  record UnknownUser() implements DisconnectOutcome {}

  /// The user has no such factor.
  record UnknownFactor() implements DisconnectOutcome {}

  /// The server is too busy to make the temporary pass; nothing was done.
  record Busy() implements DisconnectOutcome {}

  /// There is no such disconnect.
  record NotFound() implements DisconnectOutcome {}

  /// A temporary pass, told once. `toString` does not show it.
  record Pass(String code, Instant expiresAt) {
    @Override
    public String toString() {
      return "Pass[]";
    }
  }
}
