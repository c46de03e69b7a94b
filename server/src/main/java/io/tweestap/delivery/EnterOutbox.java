package io.tweestap.delivery;

import io.tweestap.delivery.jdbc.InsertRows;
import io.tweestap.delivery.jdbc.NewRow;
import io.tweestap.operations.Tally;
import io.tweestap.shared.SharedStatement;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/// Writes new messages: as part of the caller's transaction where there is one, else durable on
/// return. Small requests that come together then share one statement and one commit.
@Component
class EnterOutbox {
  private static final int SMALL = 20;

  private final InsertRows rows;
  private final Clock clock;
  private final SharedStatement<List<NewRow>, Boolean> statement =
      new SharedStatement<>(messages -> messages.size() <= SMALL, this::writeAll);

  EnterOutbox(InsertRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /// @param messages of one request, at least one
  void write(List<NewRow> messages) {
    statement.run(messages);
    for (NewRow one : messages) {
      Tally.MESSAGES_ACCEPTED.add(one.message().channel().text(), one.message().priority().text());
    }
  }

  private List<Boolean> writeAll(List<List<NewRow>> requests) {
    rows.insert(requests.stream().flatMap(List::stream).toList(), clock.instant());
    return requests.stream().map(_ -> true).toList();
  }
}
