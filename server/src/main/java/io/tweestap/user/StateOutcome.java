package io.tweestap.user;

/// What became of a wish to suspend, resume or close a user.
public sealed interface StateOutcome {
  /// The user is in the state that was asked for, perhaps was before.
  record Done(User user) implements StateOutcome {}

  /// The user is closed for good; nothing changed.
  record Closed() implements StateOutcome {}

  /// There is no such user.
  record NotFound() implements StateOutcome {}
}
