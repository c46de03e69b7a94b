package io.tweestap.client.login;

import java.time.Duration;

/// What came of sending a code to an address of the user.
public sealed interface ProofOutcome {
  /// It is on its way.
  record Sent(LoginProof proof) implements ProofOutcome {}

  /// One was sent a moment ago.
  record TooEarly(Duration waitFor) implements ProofOutcome {}

  /// Too many messages.
  record SlowedDown(Duration waitFor) implements ProofOutcome {}

  /// The user has proven no address that would do, or staff hand the code out: they must help.
  record NoProvenAddress() implements ProofOutcome {}

  /// Nothing can be sent there now.
  ///
  /// @param reason what is in the way
  record NotPossible(String reason) implements ProofOutcome {}

  /// The login asks for something else first.
  record WrongStep(LoginStep next) implements ProofOutcome {}

  /// The login is over.
  ///
  /// @param state how it ended
  record Over(LoginState state) implements ProofOutcome {}
}
