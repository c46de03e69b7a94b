package io.tweestap.login;

/// The answer to the begin of a login.
public sealed interface BeginOutcome {
  /// The policy has decided; [Login#state] says whether anything is still asked for.
  record Begun(Standing standing) implements BeginOutcome {}

  /// The tenant has no such user. The application vouches for the person, so it may know that.
  record UnknownUser() implements BeginOutcome {}
}
