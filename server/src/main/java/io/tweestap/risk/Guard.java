package io.tweestap.risk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.operations.Tally;
import io.tweestap.risk.Decisions.Case;
import io.tweestap.risk.jdbc.CountResult;
import io.tweestap.risk.jdbc.CountRows;
import io.tweestap.risk.rule.Block;
import io.tweestap.risk.rule.Rules;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/// The fraud guard: asked before each code by SMS or call.
///
/// Counts codes by country, prefix and source and compares how many of them nobody typed with what
/// [Rules] allow. What breaks a rule is blocked for a while, which doubles from block to block. One
/// statement where nothing is wrong.
@Service
@EnableConfigurationProperties(RiskProperties.class)
public class Guard {
  private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
  private static final int LINE_DIGITS = 4;
  private static final String NO_COUNTRY = "ZZ";

  private final PhoneNumbers numbers;
  private final CountRows counts;
  private final Vault vault;
  private final Clock clock;
  private final RiskProperties properties;
  private final FraudSettingsOfTenants settings;
  private final Decisions decisions;

  Guard(
      PhoneNumbers numbers,
      CountRows counts,
      Vault vault,
      Clock clock,
      RiskProperties properties,
      FraudSettingsOfTenants settings,
      Decisions decisions) {
    this.numbers = numbers;
    this.counts = counts;
    this.vault = vault;
    this.clock = clock;
    this.properties = properties;
    this.settings = settings;
    this.decisions = decisions;
  }

  /// Whether the code may be sent. One that may is counted as sent.
  ///
  /// @throws GuardDownException when it cannot be told: then it must not be sent
  public GuardVerdict ask(TenantId tenant, Sending sending) {
    if (!sending.real() && !properties.guardSandbox()) {
      return new GuardVerdict.Allowed(Optional.empty());
    }
    try {
      FraudSettings chosen = settings.of(tenant);
      if (chosen.safe().covers(sending)) {
        return new GuardVerdict.Allowed(Optional.empty());
      }
      boolean enforce = chosen.mode() == FraudMode.ENFORCE;
      return judge(tenant, new Case(sending, counted(tenant, sending), enforce), clock.instant());
    } catch (DataAccessException e) {
      Tally.GUARD_REFUSALS.add("guard_down");
      LOG.warn("a code was not sent, the guard cannot count: {}", e.getClass().getSimpleName());
      throw new GuardDownException(e);
    }
  }

  /// How long codes like this one are held back, as it stands now. Counts nothing, and says nothing
  /// that asking would not: a block that has begun, never how far it is to the next.
  ///
  /// @return [Instant#MIN] when no block stands, or when it cannot be told
  public Instant blockedUntil(TenantId tenant, Sending sending) {
    if (!sending.real() && !properties.guardSandbox()) {
      return Instant.MIN;
    }
    try {
      FraudSettings chosen = settings.of(tenant);
      return chosen.safe().covers(sending) || chosen.mode() != FraudMode.ENFORCE
          ? Instant.MIN
          : decisions.blockedUntil(tenant, counted(tenant, sending), clock.instant());
    } catch (DataAccessException e) {
      LOG.debug("the guard cannot tell what is blocked: {}", e.getClass().getSimpleName());
      return Instant.MIN;
    }
  }

  /// Undoes the counting of a code that was not sent after all.
  public void takeBack(TenantId tenant, Counted counted) {
    counts.takeBack(tenant, counted, clock.instant());
  }

  private GuardVerdict judge(TenantId tenant, Case about, Instant now) {
    CountResult result = counts.count(tenant, about.counted(), about.enforce(), now);
    Optional<Block> block = result.standing().or(() -> begun(tenant, about, result, now));
    result.standing().ifPresent(standing -> decisions.stopped(tenant, about, standing));
    if (block.isEmpty() || !about.enforce()) {
      return new GuardVerdict.Allowed(Optional.of(about.counted()));
    }
    if (result.standing().isEmpty()) {
      counts.takeBack(tenant, about.counted(), now);
    }
    Tally.GUARD_REFUSALS.add("blocked");
    return new GuardVerdict.Blocked(wait(now, block.get().until()));
  }

  private Optional<Block> begun(TenantId tenant, Case about, CountResult result, Instant now) {
    return Rules.judge(result.figures()).map(breach -> decisions.open(tenant, about, breach, now));
  }

  private Counted counted(TenantId tenant, Sending sending) {
    String e164 = sending.number().e164();
    return new Counted(
        numbers.country(sending.number()).orElse(NO_COUNTRY),
        hash(tenant, e164.substring(0, e164.length() - LINE_DIGITS)),
        sending.source().map(source -> hash(tenant, source)));
  }

  private byte[] hash(TenantId tenant, String text) {
    return vault.hash(HashUse.FRAUD_COUNT, tenant, text.getBytes(UTF_8));
  }

  private static Duration wait(Instant now, Instant until) {
    long millis = Math.max(1, Duration.between(now, until).toMillis());
    return Duration.ofSeconds((millis + 999) / 1000);
  }
}
