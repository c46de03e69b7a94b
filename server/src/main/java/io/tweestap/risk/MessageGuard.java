package io.tweestap.risk;

import io.tweestap.risk.KeyMessages.Keyed;
import io.tweestap.risk.MessageVerdict.Allowed;
import io.tweestap.risk.MessageVerdict.Held;
import io.tweestap.risk.jdbc.VelocityRows.Counted;
import io.tweestap.risk.jdbc.VelocityRows.Key;
import io.tweestap.risk.rule.Block;
import io.tweestap.risk.rule.Kind;
import io.tweestap.risk.rule.Velocity;
import io.tweestap.risk.rule.Velocity.Sent;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/// The fraud guard for messages that an application writes itself. Nobody types anything into
/// these, so it only sees how many go where: to one block of numbers, to one foreign country, and
/// in all. One statement for any number of requests of any size.
@Service
public class MessageGuard {
  private static final Logger LOG = LoggerFactory.getLogger(MessageGuard.class);
  private static final int DECISIONS_MAX = 20;

  private final KeyMessages keys;
  private final CountMessages counts;
  private final MessageDecisions decisions;
  private final PhoneNumbers numbers;
  private final Clock clock;

  MessageGuard(
      KeyMessages keys,
      CountMessages counts,
      MessageDecisions decisions,
      PhoneNumbers numbers,
      Clock clock) {
    this.keys = keys;
    this.counts = counts;
    this.decisions = decisions;
    this.numbers = numbers;
    this.clock = clock;
  }

  /// Messages of one request.
  ///
  /// @param ownCountry the tenant's, which has no rule of its own
  /// @param to numbers
  /// @param real whether a carrier takes them that reaches people
  public record Question(TenantId tenant, String ownCountry, List<PhoneNumber> to, boolean real) {}

  /// Whether the messages of each may be sent, all of them, as part of the caller's transaction.
  /// Those that may are counted as sent.
  ///
  /// @return in the order of the questions
  /// @throws GuardDownException when it cannot be told: then they must not be sent
  public List<MessageVerdict> ask(List<Question> questions) {
    try {
      Instant now = clock.instant();
      List<Keyed> keyed = questions.stream().map(keys::of).toList();
      List<CountMessages.Count> counted = counts.count(keyed.stream().map(Keyed::asked).toList());
      List<MessageVerdict> verdicts = new ArrayList<>();
      for (int i = 0; i < keyed.size(); i++) {
        verdicts.add(judge(keyed.get(i), counted.get(i), now));
      }
      return verdicts;
    } catch (DataAccessException e) {
      LOG.warn("messages were not sent, the guard cannot count: {}", e.getClass().getSimpleName());
      throw new GuardDownException(e);
    }
  }

  /// Undoes the counting of messages that were not sent after all.
  public void takeBack(MessageVerdict.Counts counted) {
    counts.takeBack(counted.asked(), counted.at());
  }

  private MessageVerdict judge(Keyed keyed, CountMessages.Count counted, Instant now) {
    if (keyed.keys().isEmpty()) {
      return new Allowed(Optional.empty());
    }
    var counts = new MessageVerdict.Counts(keyed.asked(), counted.at());
    Map<Key, Block> broken = broken(keyed, counted.keys(), now);
    if (broken.isEmpty() || !keyed.enforce()) {
      return new Allowed(Optional.of(counts));
    }
    takeBack(counts);
    Map<Integer, Duration> held = new HashMap<>();
    broken.forEach((key, block) ->
        keyed
            .keys()
            .getOrDefault(key, List.of())
            .forEach(place -> held.merge(place, wait(now, block.until()), MessageGuard::longer)));
    return new Held(held);
  }

  private Map<Key, Block> broken(Keyed keyed, Map<Key, Counted> counted, Instant now) {
    TenantId tenant = keyed.question().tenant();
    Sent ofTenant =
        counted.entrySet().stream()
            .filter(one -> one.getKey().kind() == Kind.MESSAGE_TENANT)
            .map(one -> one.getValue().sent())
            .findFirst()
            .orElse(new Sent(0, 0));
    Map<Key, Block> broken = new LinkedHashMap<>();
    for (Key key : keyed.keys().keySet()) {
      Counted one = counted.get(key);
      if (one == null) {
        continue;
      }
      if (one.standing().isPresent()) {
        // Where it only records, the decision that opened the block says it all.
        if (keyed.enforce() && broken.size() < DECISIONS_MAX) {
          decisions.stopped(tenant, about(keyed, key), one.standing().get());
        }
        broken.put(key, one.standing().get());
      } else {
        Velocity.judge(key.kind(), one.sent(), best(tenant, key), ofTenant)
            .map(breach -> decisions.open(tenant, about(keyed, key), breach, now))
            .ifPresent(block -> broken.put(key, block));
      }
    }
    return broken;
  }

  private MessageDecisions.About about(Keyed keyed, Key key) {
    PhoneNumber first = keyed.first(key);
    return new MessageDecisions.About(
        key, numbers.country(first).orElse("ZZ"), first.masked(), keyed.enforce());
  }

  private long best(TenantId tenant, Key key) {
    return key.kind() == Kind.MESSAGE_PREFIX ? 0 : counts.usual(tenant).getOrDefault(key, 0L);
  }

  private static Duration wait(Instant now, Instant until) {
    long millis = Math.max(1, Duration.between(now, until).toMillis());
    return Duration.ofSeconds((millis + 999) / 1000);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
