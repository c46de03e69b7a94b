package io.tweestap.credit;

import io.tweestap.credit.Holding.Held;
import io.tweestap.credit.Holding.NotBilled;
import io.tweestap.credit.Holding.Priced;
import io.tweestap.credit.Holding.Refused;
import io.tweestap.credit.jdbc.ChargeRows;
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
  private final Trials trials;
  private final Reserve reserve;
  private final ChargeRows charges;
  private final Clock clock;

  Charges(
      Accounts accounts,
      Prices prices,
      Trials trials,
      Reserve reserve,
      ChargeRows charges,
      Clock clock) {
    this.accounts = accounts;
    this.prices = prices;
    this.trials = trials;
    this.reserve = reserve;
    this.charges = charges;
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
    return accounts.isOnTrial(tenant)
        ? onTrial(tenant, currency.get(), priced)
        : reserve.hold(tenant, currency.get(), priced);
  }

  /// What is read of the trial here only gets looser: a payment stays one.
  private Holding onTrial(TenantId tenant, String currency, List<Priced> priced) {
    List<Item> items = priced.stream().map(Priced::item).toList();
    Optional<Trial> trial = accounts.find(tenant).flatMap(Account::trial);
    Optional<Shortage> refusal = trial.flatMap(found -> trials.refusal(tenant, found, items));
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    if (trials.take(tenant, items)) {
      return reserve.hold(tenant, currency, priced.stream().map(Priced::free).toList());
    }
    Holding paid = reserve.hold(tenant, currency, priced);
    Optional<Trial> unpaid = trial.filter(found -> !found.paid());
    return paid instanceof Refused(Shortage.TooLittle(Money needed, _)) && unpaid.isPresent()
        ? new Refused(new Shortage.TrialOver(Trials.parts(items), unpaid.get().left(), needed))
        : paid;
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
      reserve.undo(tenant, held);
    }
  }
}
