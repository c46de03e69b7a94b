package io.tweestap.credit;

import io.tweestap.credit.Holding.Held;
import io.tweestap.credit.Holding.NotBilled;
import io.tweestap.credit.Holding.Priced;
import io.tweestap.credit.Holding.Refused;
import io.tweestap.credit.jdbc.ChargeRows;
import io.tweestap.credit.jdbc.LedgerRows;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Has messages paid for: money is set aside in the transaction that accepts them ([#hold], then
/// [#assign]). What becomes of it, [SettleCharges] decides when their fate is known.
@Service
public class Charges {
  private final Accounts accounts;
  private final Prices prices;
  private final LedgerRows ledger;
  private final ChargeRows charges;
  private final LowCredit lowCredit;
  private final Ids ids;
  private final Clock clock;

  Charges(
      Accounts accounts,
      Prices prices,
      LedgerRows ledger,
      ChargeRows charges,
      LowCredit lowCredit,
      Ids ids,
      Clock clock) {
    this.accounts = accounts;
    this.prices = prices;
    this.ledger = ledger;
    this.charges = charges;
    this.lowCredit = lowCredit;
    this.ids = ids;
    this.clock = clock;
  }

  /// Whether the tenant's messages are paid for. Costs nothing: from memory.
  public boolean isBilled(TenantId tenant) {
    return accounts.currency(tenant).isPresent();
  }

  /// What one part to a number costs the tenant; empty when it is not billed, or there is no price.
  public Optional<Rate> rate(TenantId tenant, String country) {
    return accounts.currency(tenant).flatMap(currency -> prices.ofCountry(currency, country));
  }

  /// Sets aside what messages cost, all or nothing, as part of the caller's transaction: the
  /// account stays locked until that ends. For a tenant that is not billed it does nothing.
  public Holding hold(TenantId tenant, List<Item> items) {
    Optional<String> currency = accounts.currency(tenant);
    if (currency.isEmpty() || items.isEmpty()) {
      return new NotBilled();
    }
    List<Priced> priced = new ArrayList<>();
    for (Item item : items) {
      Optional<Rate> rate = prices.of(currency.get(), item.to());
      if (rate.isEmpty()) {
        String country = prices.country(item.to());
        return new Refused(new Shortage.NoPrice(country, currency.get()));
      }
      priced.add(new Priced(item, rate.get()));
    }
    return hold(tenant, currency.get(), priced);
  }

  private Holding hold(TenantId tenant, String currency, List<Priced> priced) {
    long micros = 0;
    for (Priced one : priced) {
      micros = Math.addExact(micros, one.total().micros());
    }
    Held held = new Held(ids.next(), new Money(micros, currency), priced);
    Optional<Boolean> low = ledger.hold(tenant, held.entry(), held.total(), priced.size());
    low.filter(isLow -> isLow).ifPresent(_ -> lowCredit.tell(tenant));
    return low.isPresent() ? held : refused(tenant, held.total());
  }

  /// Who is billed no longer, or never was in this currency, sends as if that had been known.
  private Holding refused(TenantId tenant, Money needed) {
    return accounts
        .find(tenant)
        .filter(account -> account.billed() && account.currency().equals(needed.currency()))
        .<Holding>map(account -> new Refused(new Shortage.TooLittle(needed, account.available())))
        .orElseGet(NotBilled::new);
  }

  /// Says which messages the money is for, in the same transaction.
  ///
  /// @param messages their ids, in the order of the items
  public void assign(TenantId tenant, Holding holding, List<UUID> messages) {
    if (holding instanceof Held held) {
      charges.insert(tenant, messages, held.priced(), clock.instant());
    }
  }

  /// Gives back what was set aside, in the same transaction: the messages were not written.
  public void undo(TenantId tenant, Holding holding) {
    if (holding instanceof Held held) {
      long micros = held.total().micros();
      ledger.settle(tenant, micros, micros, held.priced().size());
    }
  }
}
