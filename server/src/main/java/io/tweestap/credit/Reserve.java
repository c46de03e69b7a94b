package io.tweestap.credit;

import io.tweestap.credit.Holding.Held;
import io.tweestap.credit.Holding.NotBilled;
import io.tweestap.credit.Holding.Priced;
import io.tweestap.credit.Holding.Refused;
import io.tweestap.credit.jdbc.LedgerRows;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Sets money aside and gives it back, as part of the caller's transaction.
@Component
class Reserve {
  private final Accounts accounts;
  private final LedgerRows ledger;
  private final LowCredit lowCredit;
  private final Ids ids;

  Reserve(Accounts accounts, LedgerRows ledger, LowCredit lowCredit, Ids ids) {
    this.accounts = accounts;
    this.ledger = ledger;
    this.lowCredit = lowCredit;
    this.ids = ids;
  }

  Holding hold(TenantId tenant, String currency, List<Priced> priced) {
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

  /// The messages were not written.
  void undo(TenantId tenant, Held held) {
    long micros = held.total().micros();
    ledger.settle(tenant, micros, micros, held.priced().size());
  }
}
