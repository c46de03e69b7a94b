package io.tweestap.bench;

import io.tweestap.testkit.smsc.FakeSmsc;
import io.tweestap.testkit.smsc.SmscAnswer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// How fast a server empties its outbox into an SMSC, beside the SMPP library alone.
final class SubmitComparison {
  private static final Duration LOOK = Duration.ofMillis(2);
  private static final Duration AT_MOST = Duration.ofMinutes(5);

  private final FakeSmsc smsc;
  private final Backlog backlog;
  private final ServerProcess server;
  private final int window;
  private final Duration each;

  SubmitComparison(
      FakeSmsc smsc, Backlog backlog, ServerProcess server, int window, Duration each) {
    this.smsc = smsc;
    this.backlog = backlog;
    this.server = server;
    this.window = window;
    this.each = each;
  }

  /// Bare, product, bare, product, bare.
  ///
  /// @param messages how many the server has to submit in a round
  /// @return a line of the table
  String compare(Duration delay, int messages, int rounds) throws IOException {
    smsc.answering(message -> {
      SmscAnswer taken = SmscAnswer.taken("id-" + message.number());
      return delay.isZero() ? taken : taken.after(delay);
    });
    var bare = new Measurements();
    List<Double> ours = new ArrayList<>();
    Spent spent = new Spent(server);
    try (var library = new BareSubmits(smsc, window)) {
      bare.add(library.run(each));
    }
    for (int round = 0; round < rounds; round++) {
      backlog.fill(messages);
      spent.begin();
      ours.add(drain(messages));
      spent.end();
      try (var library = new BareSubmits(smsc, window)) {
        bare.add(library.run(each));
      }
    }
    Collections.sort(ours);
    double median = ours.get(rounds / 2);
    return String.format(
        Locale.ROOT,
        "| %d | %.0f (%.0f-%.0f) | %.0f (%.0f-%.0f) | %.2f | %s |",
        delay.toMillis(),
        median,
        ours.getFirst(),
        ours.getLast(),
        bare.median().perSecond(),
        bare.lowest(),
        bare.highest(),
        median / bare.median().perSecond(),
        spent.per((long) messages * rounds));
  }

  /// From the moment all are due until all are written down as submitted.
  ///
  /// @return messages in a second
  private double drain(int messages) {
    int before = smsc.submissions();
    backlog.letLoose();
    long begin = System.nanoTime();
    long latest = begin + AT_MOST.toNanos();
    while (smsc.submissions() - before < messages && System.nanoTime() < latest) {
      Pause.of(LOOK);
    }
    while (backlog.queued() > 0 && System.nanoTime() < latest) {
      Pause.of(LOOK);
    }
    long took = System.nanoTime() - begin;
    if (smsc.submissions() - before != messages) {
      throw new IllegalStateException(
          (smsc.submissions() - before) + " submissions of " + messages + " messages");
    }
    return messages * 1e9 / took;
  }
}
