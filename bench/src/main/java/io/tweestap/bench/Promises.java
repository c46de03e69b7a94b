package io.tweestap.bench;

import java.util.Collection;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What a server has acknowledged. Many threads may write.
final class Promises {
  private final Queue<String> sentTo = new ConcurrentLinkedQueue<>();
  private final Queue<UUID> approved = new ConcurrentLinkedQueue<>();
  private final Queue<UUID> inDoubt = new ConcurrentLinkedQueue<>();

  /// Numbers for which a start was acknowledged; each number is used once.
  Collection<String> sentTo() {
    return sentTo;
  }

  /// Verifications whose approval was acknowledged.
  Collection<UUID> approved() {
    return approved;
  }

  /// Verifications whose check got no answer: approved or not, but never twice.
  Collection<UUID> inDoubt() {
    return inDoubt;
  }

  void addAll(Promises more) {
    sentTo.addAll(more.sentTo);
    approved.addAll(more.approved);
    inDoubt.addAll(more.inDoubt);
  }
}
