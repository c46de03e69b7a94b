package io.tweestap.delivery.web;

import io.tweestap.delivery.MessageState;
import io.tweestap.delivery.TryOutcome;
import io.tweestap.delivery.jdbc.MessageRecord;
import io.tweestap.delivery.jdbc.TryRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened to a message, oldest first: the states that it came through, and the tries to hand
/// it over, also those that left it in the queue.
final class Timeline {
  private Timeline() {}

  /// One event of a message's life.
  ///
  /// @param state in which it is from then on
  /// @param attempt number of the try, 1 for the first; like all that follows, missing where no
  ///   carrier was asked
  /// @param outcome how the try ended: `accepted`, `unavailable`
  /// @param error why it was not accepted
  /// @param route why this carrier was asked
  record Entry(
      String state,
      Instant at,
      @Nullable Integer attempt,
      @Nullable String carrier,
      @Nullable String outcome,
      @Nullable String error,
      @Nullable String route) {
    static Entry plain(MessageState state, Instant at) {
      return new Entry(state.text(), at, null, null, null, null, null);
    }

    static Entry of(MessageState state, TryRecord one) {
      return new Entry(
          state.text(),
          one.at(),
          one.number(),
          one.carrier(),
          one.outcome().text(),
          one.error(),
          one.route());
    }
  }

  static List<Entry> of(MessageRecord message) {
    List<Entry> entries = new ArrayList<>();
    entries.add(Entry.plain(MessageState.QUEUED, message.createdAt()));
    for (TryRecord one : message.tries()) {
      entries.add(Entry.of(after(one, message), one));
    }
    Instant left = message.finishedAt();
    Instant reported = message.reportedAt();
    if (left != null && !isExplained(left, message)) {
      entries.add(Entry.plain(reported == null ? message.state() : MessageState.ACCEPTED, left));
    }
    if (reported != null) {
      entries.add(Entry.plain(message.state(), reported));
    }
    entries.sort(Comparator.comparing(Entry::at));
    return entries;
  }

  private static MessageState after(TryRecord one, MessageRecord message) {
    if (one.outcome() == TryOutcome.ACCEPTED) {
      return MessageState.ACCEPTED;
    }
    if (one.at().equals(message.finishedAt())) {
      return message.state();
    }
    Instant left = message.finishedAt();
    return left != null && one.at().isAfter(left) ? MessageState.ACCEPTED : MessageState.QUEUED;
  }

  private static boolean isExplained(Instant left, MessageRecord message) {
    return message.tries().stream().anyMatch(one -> one.at().equals(left));
  }
}
