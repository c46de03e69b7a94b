package io.tweestap.credit;

/// What became of a message that is paid for.
public sealed interface Fate {
  /// It is not known yet.
  record Pending() implements Fate {}

  /// A carrier took it.
  ///
  /// @param parts in which it was submitted; 0 where that is not known
  record Sent(int parts) implements Fate {}

  /// No carrier took it, and none will.
  record NotSent() implements Fate {}
}
