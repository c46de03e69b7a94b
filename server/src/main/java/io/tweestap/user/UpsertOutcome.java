package io.tweestap.user;

/// What became of a user that an application told about.
public sealed interface UpsertOutcome {
  /// There is a new user.
  record Created(User user) implements UpsertOutcome {}

  /// Something changed.
  record Changed(User user) implements UpsertOutcome {}

  /// Everything was so before; not even `updated_at` moved.
  record Unchanged(User user) implements UpsertOutcome {}

  /// The user is closed for good. Nothing changed.
  record Closed() implements UpsertOutcome {}

  /// There is no such user, and none was to be made.
  record NotFound() implements UpsertOutcome {}
}
