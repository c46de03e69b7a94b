package io.tweestap.operations;

import java.time.Instant;

/// Something that may have been under way when a backup was taken. A database that is restored from
/// it knows nothing of what happened since, so what was spent, withdrawn or sent can be so once
/// more. A room makes a bean for each kind that it has; `./tweestap after-restore` has all of them
/// ended.
public interface VoidOpen {
  /// What is ended, for people and for the audit: `codes`, `account visits`. Small letters.
  String what();

  /// Ends some of what is open, as part of the caller's transaction. Called until nothing is left.
  ///
  /// @param batch how many at most, 1 or more
  /// @return how many; 0 when nothing is left, or when this is not asked for
  int voidSome(Asked asked, int batch);

  /// What whoever restored the database wants.
  ///
  /// @param at now; the same for all
  /// @param keepMessages whether what waits in the outbox is sent
  /// @param endSessions whether sessions are ended and remembered browsers forgotten
  record Asked(Instant at, boolean keepMessages, boolean endSessions) {}
}
