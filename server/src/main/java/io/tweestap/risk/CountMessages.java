package io.tweestap.risk;

import io.tweestap.risk.jdbc.MessageDays;
import io.tweestap.risk.jdbc.VelocityRows;
import io.tweestap.risk.jdbc.VelocityRows.Asked;
import io.tweestap.risk.jdbc.VelocityRows.Counted;
import io.tweestap.risk.jdbc.VelocityRows.Key;
import io.tweestap.shared.Remembered;
import io.tweestap.shared.SharedStatement;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Counts messages: as part of the caller's transaction where there is one; else small requests
/// that come together share one statement.
@Component
class CountMessages {
  private static final Duration REMEMBERED = Duration.ofMinutes(5);
  private static final int REMEMBERED_MAX = 10_000;

  /// Keys of a request.
  private static final int SMALL = 40;

  private final VelocityRows rows;
  private final MessageDays days;
  private final Clock clock;
  private final Remembered<TenantId, Map<Key, Long>> usual;
  private final SharedStatement<Asked, Count> statement =
      new SharedStatement<>(asked -> asked.messages().size() <= SMALL, this::countAll);

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

  Count count(Asked asked) {
    return statement.run(asked);
  }

  void takeBack(Asked asked, Instant at) {
    rows.takeBack(asked, at);
  }

  /// The best day of what messages are counted by, a few minutes old at the most.
  Map<Key, Long> usual(TenantId tenant) {
    return usual.get(tenant, one -> days.usual(one, clock.instant()));
  }

  private List<Count> countAll(List<Asked> asked) {
    Instant now = clock.instant();
    return rows.count(asked, now).stream().map(keys -> new Count(keys, now)).toList();
  }
}
