package io.tweestap.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tweestap.credit.jdbc.ChargeRows;
import io.tweestap.credit.jdbc.LedgerRows;
import io.tweestap.functional.SandboxTest;
import io.tweestap.shared.Ids;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// What becomes of money that was set aside, for each fate of a message.
class SettleChargesTest extends SandboxTest {
  @Autowired private Accounts accounts;
  @Autowired private Charges charges;
  @Autowired private Prices prices;
  @Autowired private ChargeRows rows;
  @Autowired private LedgerRows ledger;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JdbcClient jdbc;
  @Autowired private Ids ids;

  private TenantId tenant;
  private UUID message;

  /// The server's own look at charges would find that it has none of these messages.
  @BeforeEach
  void theServerDoesNotLook() {
    String later =
        """
        UPDATE scheduled_tasks
        SET execution_time = TIMESTAMPTZ '2999-01-01 00:00:00Z'
        WHERE task_name = 'settle-charges' AND NOT picked
        """;
    await().until(() -> jdbc.sql(later).update() == 1);
    threePartsAreSetAside();
  }

  private void threePartsAreSetAside() {
    tenant = newTenant().tenant().id();
    prices.put(List.of(new PriceLine("NL", "", "", LocalDate.EPOCH, euro("0.10"))));
    accounts.open(tenant, "EUR");
    accounts.pay(tenant, euro("1.00"), "first");
    message = ids.next(clock.instant().plus(Duration.ofDays(1)));
    hold();
    clock.advance(Duration.ofSeconds(3));
  }

  private void hold() {
    Item item = new Item(new PhoneNumber("+31612345678"), "Shop", 3, false);
    transaction.executeWithoutResult(
        _ -> charges.assign(tenant, charges.hold(tenant, List.of(item)), List.of(message)));
  }

  @Test
  void submittedPartsAreSpentAndTheRestIsGivenBack() {
    settle(new Fate.Sent(2));
    assertThat(balance()).isEqualTo("0.80 EUR 0.00 EUR");
    settle(new Fate.Sent(2));
    assertThat(balance()).isEqualTo("0.80 EUR 0.00 EUR");
  }

  @Test
  void morePartsThanWereSetAsideCostNoMore() {
    settle(new Fate.Sent(5));
    assertThat(balance()).isEqualTo("0.70 EUR 0.00 EUR");
  }

  @Test
  void aCarrierThatCountsNothingIsPaidInFull() {
    settle(new Fate.Sent(0));
    assertThat(balance()).isEqualTo("0.70 EUR 0.00 EUR");
  }

  @Test
  void whatFailedIsGivenBackAndNotTakenAfterwards() {
    settle(new Fate.NotSent());
    assertThat(balance()).isEqualTo("1.00 EUR 0.00 EUR");
    settle(new Fate.Sent(3));
    assertThat(balance()).isEqualTo("1.00 EUR 0.00 EUR");
  }

  @Test
  void whatIsOnItsWayStaysSetAside() {
    settle(new Fate.Pending());
    assertThat(balance()).isEqualTo("0.70 EUR 0.30 EUR");
    settle(new Fate.Sent(3));
    assertThat(balance()).as("it is looked at again later").isEqualTo("0.70 EUR 0.30 EUR");
    clock.advance(Duration.ofMinutes(5));
    settle(new Fate.Sent(3));
    assertThat(balance()).isEqualTo("0.70 EUR 0.00 EUR");
  }

  @Test
  void aConnectionThatDiesInBetweenTakesNothing() {
    SettleCharges dying =
        new SettleCharges(rows, accounts, ledger, this::killedAfter, tenants, transaction, clock);
    assertThatThrownBy(dying::run)
        .isInstanceOfAny(DataAccessException.class, TransactionException.class);
    assertThat(balance()).isEqualTo("0.70 EUR 0.30 EUR");
    settle(new Fate.Sent(3));
    assertThat(balance()).isEqualTo("0.70 EUR 0.00 EUR");
  }

  /// The server behind this connection ends in the middle of the transaction.
  private Map<UUID, Fate> killedAfter(TenantId tenant, Collection<UUID> messages) {
    jdbc.sql("SELECT pg_terminate_backend(pg_backend_pid())").query(Boolean.class).single();
    return Map.of();
  }

  /// Only this test's charge has a fate here; the server knows none of its message.
  private void settle(Fate fate) {
    Fates known =
        (asked, messages) ->
            messages.stream()
                .collect(
                    Collectors.toMap(
                        id -> id, id -> asked.equals(tenant) ? fate : new Fate.Pending()));
    new SettleCharges(rows, accounts, ledger, known, tenants, transaction, clock).run();
  }

  private String balance() {
    Account account = accounts.find(tenant).orElseThrow();
    return account.available() + " " + account.reserved();
  }

  private static Money euro(String amount) {
    return Money.read(amount, "EUR").orElseThrow();
  }
}
