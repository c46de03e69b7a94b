package io.tweestap.testkit.smsc;

import java.util.ArrayList;
import java.util.List;

/// What an SMSC got.
final class SmscRecord {
  private final List<Pdu> received = new ArrayList<>();
  private final List<SubmitSm> submitted = new ArrayList<>();
  private boolean counting;
  private int submissions;
  private int open;
  private int openMost;

  /// From now on it only counts.
  synchronized void stop() {
    counting = true;
  }

  synchronized void got(Pdu pdu) {
    if (!counting) {
      received.add(pdu);
    }
  }

  synchronized SubmitSm submitted(Pdu pdu, int session) {
    open++;
    openMost = Math.max(openMost, open);
    SubmitSm message = SubmitSm.of(pdu, submissions, session);
    submissions++;
    if (!counting) {
      submitted.add(message);
    }
    return message;
  }

  synchronized void answered() {
    open--;
  }

  synchronized List<Pdu> received() {
    return List.copyOf(received);
  }

  synchronized List<SubmitSm> submitted() {
    return List.copyOf(submitted);
  }

  synchronized int submissions() {
    return submissions;
  }

  synchronized int openMost() {
    return openMost;
  }
}
