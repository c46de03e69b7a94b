package io.tweestap.risk;

import io.tweestap.risk.jdbc.MessageDays;
import io.tweestap.risk.jdbc.VelocityRows;
import io.tweestap.risk.jdbc.VelocityRows.Asked;
import io.tweestap.risk.jdbc.VelocityRows.Counted;
import io.tweestap.risk.jdbc.VelocityRows.Key;
import io.tweestap.shared.GroupCommit;
import io.tweestap.shared.Remembered;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Counts messages: as part of the caller's transaction where there is one; else small requests
/// that come together share one statement.
@Component
class CountMessages {
  private static final int LANES = 2;
  private static final Duration REMEMBERED = Duration.ofMinutes(5);
  private static final int REMEMBERED_MAX = 10_000;
  private static final int REQUESTS_MAX = 100;

  /// A request with more keys than this is company enough for itself.
  private static final int SMALL = 40;

  private final VelocityRows rows;
  private final MessageDays days;
  private final Clock clock;
  private final Remembered<TenantId, Map<Key, Long>> usual;
  private final GroupCommit<Object, Request, Map<Key, Counted>> commit;

  CountMessages(VelocityRows rows, MessageDays days, Clock clock) {
    this.rows = rows;
    this.days = days;
    this.clock = clock;
    this.usual = new Remembered<>(REMEMBERED_MAX, REMEMBERED, clock);
    this.commit =
        new GroupCommit<>(
            LANES,
            REQUESTS_MAX,
            Request::itself,
            this::countAll,
            e ->
                e instanceof DataAccessException
                    && !(e instanceof DataAccessResourceFailureException));
  }

  /// None is another.
  private record Request(Object itself, Asked asked) {}

  Map<Key, Counted> count(Asked asked, Instant now) {
    return TransactionSynchronizationManager.isActualTransactionActive()
            || asked.messages().size() > SMALL
        ? rows.count(List.of(asked), now).getFirst()
        : commit.submit(new Request(new Object(), asked));
  }

  void takeBack(Asked asked, Instant at) {
    rows.takeBack(asked, at);
  }

  /// The best day of what messages are counted by, a few minutes old at the most.
  Map<Key, Long> usual(TenantId tenant) {
    return usual.get(tenant, one -> days.usual(one, clock.instant()));
  }

  private List<Map<Key, Counted>> countAll(List<Request> requests) {
    return rows.count(requests.stream().map(Request::asked).toList(), clock.instant());
  }
}
