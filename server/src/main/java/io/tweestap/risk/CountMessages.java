package io.tweestap.risk;

import io.tweestap.risk.jdbc.MessageDays;
import io.tweestap.risk.jdbc.VelocityRows;
import io.tweestap.risk.jdbc.VelocityRows.Asked;
import io.tweestap.risk.jdbc.VelocityRows.Counted;
import io.tweestap.risk.jdbc.VelocityRows.Key;
import io.tweestap.shared.Remembered;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Counts messages, as part of the caller's transaction.
@Component
class CountMessages {
  private static final Duration REMEMBERED = Duration.ofMinutes(5);
  private static final int REMEMBERED_MAX = 10_000;

  private final VelocityRows rows;
  private final MessageDays days;
  private final Clock clock;
  private final Remembered<TenantId, Map<Key, Long>> usual;

  CountMessages(VelocityRows rows, MessageDays days, Clock clock) {
    this.rows = rows;
    this.days = days;
    this.clock = clock;
    this.usual = new Remembered<>(REMEMBERED_MAX, REMEMBERED, clock);
  }

  /// What was counted.
  ///
  /// @param at the moment that it counts for, which whoever takes it back has to name
  record Count(Map<Key, Counted> keys, Instant at) {}

  /// Counts what belongs to any number of requests in one statement.
  ///
  /// @return what each came to, in the order of what was asked
  List<Count> count(List<Asked> asked) {
    Instant now = clock.instant();
    return asked.stream().allMatch(one -> one.messages().isEmpty())
        ? asked.stream().map(_ -> new Count(Map.of(), now)).toList()
        : rows.count(asked, now).stream().map(keys -> new Count(keys, now)).toList();
  }

  void takeBack(Asked asked, Instant at) {
    rows.takeBack(asked, at);
  }

  /// The best day of what messages are counted by, a few minutes old at the most.
  Map<Key, Long> usual(TenantId tenant) {
    return usual.get(tenant, one -> days.usual(one, clock.instant()));
  }
}
