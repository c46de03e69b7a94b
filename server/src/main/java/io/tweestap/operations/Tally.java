package io.tweestap.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What this process has counted since it started, for whoever watches it. Counts belong to the
/// process, as its log does, and are never what anything is decided by.
///
/// Labels are names that an operator gave or words of the program: never a tenant, a number or a
/// text.
public enum Tally {
  /// Messages that were accepted into the outbox.
  MESSAGES_ACCEPTED("tweestap_messages_accepted", "channel", "priority"),
  /// Tries to hand a message to a carrier, by what came of it.
  TRIES("tweestap_tries", "carrier", "outcome"),
  /// Receipts, by what they say, or `unmatched` where the message was not known yet.
  RECEIPTS("tweestap_receipts", "carrier", "state"),
  /// How often an operator asked a link to be slower.
  THROTTLES("tweestap_link_throttles", "carrier"),
  /// Verifications by what became of them.
  VERIFICATIONS("tweestap_verifications", "event"),
  /// Codes that the fraud guard did not let out.
  GUARD_REFUSALS("tweestap_guard_refusals", "reason"),
  /// Logins by their end.
  LOGINS("tweestap_logins", "result");

  /// More different labels than this are counted together as `other`.
  private static final int SERIES_MAX = 300;

  private static final String OTHER = "other";

  private final String meter;
  private final List<String> labels;
  private final Map<List<String>, Counter> series = new ConcurrentHashMap<>();

  Tally(String meter, String... labels) {
    this.meter = meter;
    this.labels = List.of(labels);
  }

  /// One more.
  ///
  /// @param values of its labels, in their order
  public void add(String... values) {
    add(1, List.of(values));
  }

  /// Some more at once; nothing for 0.
  public void add(long more, List<String> values) {
    Counter known = series.get(values);
    if (known == null) {
      known =
          series.computeIfAbsent(
              series.size() < SERIES_MAX ? values : labels.stream().map(_ -> OTHER).toList(),
              this::counter);
    }
    known.increment(more);
  }

  private Counter counter(List<String> values) {
    if (values.size() != labels.size()) {
      throw new IllegalArgumentException(this + " has the labels " + labels);
    }
    List<Tag> tags = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      tags.add(Tag.of(labels.get(i), values.get(i)));
    }
    return Metrics.counter(meter, tags);
  }
}
