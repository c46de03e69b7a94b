package io.tweestap.credit;

import io.tweestap.credit.jdbc.Charge;
import io.tweestap.credit.jdbc.ChargeRows;
import io.tweestap.credit.jdbc.Ended;
import io.tweestap.credit.jdbc.LedgerRows;
import io.tweestap.operations.Chore;
import io.tweestap.operations.Portions;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes what submitted messages cost, and gives back what was set aside for others.
///
/// It looks at the messages instead of being told: whichever way one ended, on whichever node, and
/// whatever was killed in between, its charge ends once, with the balance, the ledger and the usage
/// in one transaction. A message that several carriers were tried for has one charge.
@Component
class SettleCharges implements Chore {
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final int BATCH = 1000;

  private final ChargeRows charges;
  private final Accounts accounts;
  private final LedgerRows ledger;
  private final Fates fates;
  private final Tenants tenants;
  private final TransactionTemplate transaction;
  private final Clock clock;

  SettleCharges(
      ChargeRows charges,
      Accounts accounts,
      LedgerRows ledger,
      Fates fates,
      Tenants tenants,
      TransactionTemplate transaction,
      Clock clock) {
    this.charges = charges;
    this.accounts = accounts;
    this.ledger = ledger;
    this.fates = fates;
    this.tenants = tenants;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "settle-charges";
  }

  @Override
  public Duration every() {
    return EVERY;
  }

  @Override
  public void run() {
    for (TenantId tenant : charges.waiting(clock.instant())) {
      Portions.untilDone(BATCH, () -> transaction.execute(_ -> settleSome(tenant)));
    }
  }

  private int settleSome(TenantId tenant) {
    Instant now = clock.instant();
    List<Charge> due = charges.lock(tenant, now, BATCH);
    Map<UUID, Fate> known = fates.of(tenant, due.stream().map(Charge::message).toList());
    List<Charge> pending = new ArrayList<>();
    List<Ended> ended = new ArrayList<>();
    for (Charge charge : due) {
      switch (known.getOrDefault(charge.message(), new Fate.NotSent())) {
        case Fate.Pending() -> pending.add(charge);
        case Fate.NotSent() -> ended.add(new Ended(charge, 0));
        case Fate.Sent(int parts) ->
            ended.add(new Ended(charge, parts == 0 ? charge.partsReserved() : parts));
      }
    }
    if (!pending.isEmpty()) {
      charges.postpone(tenant, pending, now);
    }
    if (!ended.isEmpty()) {
      end(tenant, ended, now);
    }
    return due.size();
  }

  private void end(TenantId tenant, List<Ended> ended, Instant now) {
    if (charges.end(tenant, ended, now) != ended.size()) {
      throw new IllegalStateException("a charge ended although it was locked");
    }
    long held = ended.stream().mapToLong(one -> one.charge().held()).sum();
    long spent = ended.stream().mapToLong(Ended::spent).sum();
    ledger.settle(tenant, held, held - spent, ended.size());
    LocalDate day = LocalDate.ofInstant(now, tenants.get(tenant).settings().zone());
    String currency = accounts.find(tenant).orElseThrow().currency();
    charges.count(tenant, day, currency, ended);
  }
}
