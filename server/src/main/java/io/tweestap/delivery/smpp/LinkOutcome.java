package io.tweestap.delivery.smpp;

/// What became of a change to a link.
public sealed interface LinkOutcome {
  /// It is so now; every node follows within a few seconds.
  record Done(StoredLink link) implements LinkOutcome {}

  /// Another carrier has the name.
  record NameTaken() implements LinkOutcome {}

  /// A setting cannot be.
  record Invalid(String field, String sentence) implements LinkOutcome {}

  /// Somebody else changed it in the same moment.
  record ChangedMeanwhile() implements LinkOutcome {}

  /// There is none with this name.
  record NotFound() implements LinkOutcome {}
}
