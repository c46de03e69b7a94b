package io.tweestap.delivery.smpp;

import io.tweestap.delivery.FailureClass;
import io.tweestap.delivery.HandOver;
import io.tweestap.delivery.smpp.wire.Submission;
import io.tweestap.delivery.smpp.wire.Submitted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One message on its way over a link: its parts one after the other on one session, each at its
/// place in the link's rate.
final class Sending {
  private final Pace pace;
  private final Statuses statuses;
  private final List<Submission> parts;
  private final List<String> ids = new ArrayList<>();
  private final long latest;

  /// @param latest when no further part may be begun, by `System.nanoTime()`
  Sending(Pace pace, Statuses statuses, List<Submission> parts, long latest) {
    this.pace = pace;
    this.statuses = statuses;
    this.parts = parts;
    this.latest = latest;
  }

  /// Sends all parts. One that comes too fast for the operator is sent again, in its turn.
  ///
  /// @param count how many parts the recipient gets, and are paid for
  HandOver over(Link.Seat seat, int count) throws InterruptedException {
    int takenFrom = 0;
    Pace.Turn turn = pace.take(parts.size());
    while (ids.size() < parts.size()) {
      if (!pace.await(turn.at(ids.size() - takenFrom), latest)) {
        return unfinished(FailureClass.RETRY, "its turn in the link's rate did not come in time");
      }
      if (!pace.isPaused()) {
        Submitted answer = seat.submit(parts.get(ids.size()));
        if (answer instanceof Submitted.Taken(String id)) {
          ids.add(id);
          continue;
        }
        if (!asksToSlowDown(answer)) {
          return failed(answer);
        }
        pace.slowDown();
      }
      takenFrom = ids.size();
      turn = pace.take(parts.size() - takenFrom);
    }
    List<String> known = ids.stream().allMatch(String::isEmpty) ? List.of() : ids;
    return new HandOver.Accepted(known, count, Optional.empty(), Optional.empty());
  }

  private static boolean asksToSlowDown(Submitted answer) {
    return answer instanceof Submitted.Refused(int status) && Statuses.asksToSlowDown(status);
  }

  private HandOver failed(Submitted answer) {
    return switch (answer) {
      case Submitted.Refused(int status) -> statuses.meaning(status);
      case Submitted.NotSent() -> unfinished(FailureClass.UNAVAILABLE, "the link went down");
      case Submitted.NoAnswer() -> new HandOver.Unknown("the operator gave no answer");
      case Submitted.Taken(String _) -> throw new IllegalStateException("nothing failed");
    };
  }

  /// Parts that went out are sent again with the others: without them the recipient sees nothing.
  private HandOver unfinished(FailureClass kind, String reason) {
    return ids.isEmpty()
        ? new HandOver.Failed(kind, reason)
        : new HandOver.Unknown(ids.size() + " of " + parts.size() + " parts went out: " + reason);
  }
}
