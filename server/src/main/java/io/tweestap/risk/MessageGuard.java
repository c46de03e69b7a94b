package io.tweestap.risk;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.risk.MessageVerdict.Allowed;
import io.tweestap.risk.MessageVerdict.Held;
import io.tweestap.risk.jdbc.VelocityRows.Asked;
import io.tweestap.risk.jdbc.VelocityRows.Counted;
import io.tweestap.risk.jdbc.VelocityRows.Key;
import io.tweestap.risk.rule.Block;
import io.tweestap.risk.rule.Kind;
import io.tweestap.risk.rule.Velocity;
import io.tweestap.risk.rule.Velocity.Sent;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Vault;
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
/// in all. One statement for a batch of any size; small requests that come together share it.
@Service
public class MessageGuard {
  private static final Logger LOG = LoggerFactory.getLogger(MessageGuard.class);
  private static final int LINE_DIGITS = 4;
  private static final int DECISIONS_MAX = 20;

  private final PhoneNumbers numbers;
  private final CountMessages counts;
  private final Vault vault;
  private final FraudSettingsOfTenants settings;
  private final MessageDecisions decisions;
  private final RiskProperties properties;
  private final Clock clock;

  MessageGuard(
      PhoneNumbers numbers,
      CountMessages counts,
      Vault vault,
      FraudSettingsOfTenants settings,
      MessageDecisions decisions,
      RiskProperties properties,
      Clock clock) {
    this.numbers = numbers;
    this.counts = counts;
    this.vault = vault;
    this.settings = settings;
    this.decisions = decisions;
    this.clock = clock;
    this.properties = properties;
  }

  /// Whether messages may be sent, all of them. Those that may are counted as sent.
  ///
  /// @param ownCountry the tenant's, which has no rule of its own
  /// @param to numbers
  /// @param real whether a carrier takes them that reaches people
  /// @throws GuardDownException when it cannot be told: then they must not be sent
  public MessageVerdict ask(
      TenantId tenant, String ownCountry, List<PhoneNumber> to, boolean real) {
    if (!real && !properties.guardSandbox()) {
      return new Allowed(Optional.empty());
    }
    try {
      FraudSettings chosen = settings.of(tenant);
      Map<Key, List<Integer>> keys = new LinkedHashMap<>();
      for (int i = 0; i < to.size(); i++) {
        if (!chosen.safe().covers(to.get(i))) {
          for (Key key : keys(tenant, ownCountry, to.get(i))) {
            keys.computeIfAbsent(key, _ -> new ArrayList<>()).add(i);
          }
        }
      }
      return keys.isEmpty()
          ? new Allowed(Optional.empty())
          : judge(tenant, chosen.messages() == FraudMode.ENFORCE, to, keys);
    } catch (DataAccessException e) {
      LOG.warn("messages were not sent, the guard cannot count: {}", e.getClass().getSimpleName());
      throw new GuardDownException(e);
    }
  }

  /// Undoes the counting of messages that were not sent after all.
  public void takeBack(MessageVerdict.Counts counted) {
    counts.takeBack(counted.asked(), counted.at());
  }

  private MessageVerdict judge(
      TenantId tenant, boolean enforce, List<PhoneNumber> to, Map<Key, List<Integer>> keys) {
    Instant now = clock.instant();
    Map<Key, Integer> messages = new HashMap<>();
    keys.forEach((key, indexes) -> messages.put(key, indexes.size()));
    Asked asked = new Asked(tenant, messages);
    CountMessages.Count counted = counts.count(asked);
    Map<Key, Block> broken = broken(tenant, enforce, counted.keys(), to, keys, now);
    if (broken.isEmpty() || !enforce) {
      return new Allowed(Optional.of(new MessageVerdict.Counts(asked, counted.at())));
    }
    counts.takeBack(asked, counted.at());
    Map<Integer, Duration> held = new HashMap<>();
    broken.forEach((key, block) ->
        keys.getOrDefault(key, List.of())
            .forEach(index -> held.merge(index, wait(now, block.until()), MessageGuard::longer)));
    return new Held(held);
  }

  private Map<Key, Block> broken(
      TenantId tenant,
      boolean enforce,
      Map<Key, Counted> counted,
      List<PhoneNumber> to,
      Map<Key, List<Integer>> keys,
      Instant now) {
    Sent ofTenant =
        counted.entrySet().stream()
            .filter(one -> one.getKey().kind() == Kind.MESSAGE_TENANT)
            .map(one -> one.getValue().sent())
            .findFirst()
            .orElse(new Sent(0, 0));
    Map<Key, Block> broken = new LinkedHashMap<>();
    keys.forEach((key, indexes) -> {
      Counted one = counted.get(key);
      if (one == null) {
        return;
      }
      PhoneNumber first = to.get(indexes.getFirst());
      var about =
          new MessageDecisions.About(
              key, numbers.country(first).orElse("ZZ"), first.masked(), enforce);
      one.standing()
          .ifPresentOrElse(
              block -> {
                // Where it only records, the decision that opened the block says it all.
                if (enforce && broken.size() < DECISIONS_MAX) {
                  decisions.stopped(tenant, about, block);
                }
                broken.put(key, block);
              },
              () ->
                  Velocity.judge(key.kind(), one.sent(), best(tenant, key), ofTenant)
                      .ifPresent(
                          breach -> broken.put(key, decisions.open(tenant, about, breach, now))));
    });
    return broken;
  }

  private long best(TenantId tenant, Key key) {
    return key.kind() == Kind.MESSAGE_PREFIX ? 0 : counts.usual(tenant).getOrDefault(key, 0L);
  }

  private List<Key> keys(TenantId tenant, String ownCountry, PhoneNumber number) {
    String e164 = number.e164();
    String country = numbers.country(number).orElse("ZZ");
    String block = e164.substring(0, e164.length() - LINE_DIGITS);
    List<Key> keys = new ArrayList<>();
    keys.add(
        Key.of(
            Kind.MESSAGE_PREFIX, vault.hash(HashUse.FRAUD_COUNT, tenant, block.getBytes(UTF_8))));
    if (!country.equals(ownCountry)) {
      keys.add(Key.of(Kind.MESSAGE_COUNTRY, country.getBytes(US_ASCII)));
    }
    keys.add(Key.of(Kind.MESSAGE_TENANT, new byte[0]));
    return keys;
  }

  private static Duration wait(Instant now, Instant until) {
    long millis = Math.max(1, Duration.between(now, until).toMillis());
    return Duration.ofSeconds((millis + 999) / 1000);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
