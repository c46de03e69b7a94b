package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.credit.Accounts;
import io.tweestap.credit.Money;
import io.tweestap.credit.PaymentOutcome;
import io.tweestap.credit.PriceLine;
import io.tweestap.credit.Prices;
import io.tweestap.operations.Chore;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A price list on which a part to the Netherlands costs ten cents, and tenants that pay before.
abstract class CreditScene extends VerificationTest {
  @Autowired Accounts accounts;
  @Autowired Prices prices;
  @Autowired List<Chore> chores;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void aPartCostsTenCents() {
    Money price = Money.read("0.10", "EUR").orElseThrow();
    prices.put(List.of(new PriceLine("NL", "", "", LocalDate.EPOCH, price)));
  }

  /// The tenant pays so much before.
  void billed(String amount) {
    assertThat(accounts.open(tenant.tenant().id(), "EUR")).isTrue();
    Money money = Money.read(amount, "EUR").orElseThrow();
    if (money.micros() > 0) {
      assertThat(accounts.pay(tenant.tenant().id(), money, "first"))
          .isInstanceOf(PaymentOutcome.Paid.class);
    }
    clock.advance(Duration.ofMillis(1));
  }

  /// Looks at every charge whose time has come after a while.
  void settle() {
    clock.advance(Duration.ofSeconds(3));
    runChore();
  }

  void runChore() {
    chores.stream().filter(chore -> chore.name().equals("settle-charges")).forEach(Chore::run);
  }

  Answer send(String fields) {
    return post(
        tenant, "/v1/messages", "{\"to\":\"" + number + "\",\"text\":\"Hi\"" + fields + "}");
  }

  String available() {
    return credit().get("available").asString();
  }

  String reserved() {
    return credit().get("reserved").asString();
  }

  JsonNode credit() {
    return get(tenant, "/v1/credit").json();
  }

  List<String> kinds() {
    return get(tenant, "/v1/credit/entries")
        .json()
        .get("data")
        .valueStream()
        .map(entry -> entry.get("kind").asString())
        .toList();
  }

  /// The balances are what the ledger says, the ledger sums to zero, and what was spent is what the
  /// charges and the usage say.
  void theBooksAreRight() {
    String wrong =
        """
        SELECT count(*)
        FROM credit_account AS account
        CROSS JOIN LATERAL (
          SELECT coalesce(sum(available), 0) AS available, coalesce(sum(reserved), 0) AS reserved,
            coalesce(sum(spent), 0) AS spent, coalesce(sum(paid), 0) AS paid
          FROM credit_entry AS entry
          WHERE entry.tenant_id = account.tenant_id) AS ledger
        WHERE account.tenant_id = :tenant
          AND (ledger.available <> account.available
            OR ledger.reserved <> account.reserved
            OR ledger.available + ledger.reserved + ledger.spent + ledger.paid <> 0
            OR ledger.spent <> (
              SELECT coalesce(sum(unit_price * parts_settled), 0)
              FROM credit_charge AS charge
              WHERE charge.tenant_id = account.tenant_id)
            OR ledger.spent <> (
              SELECT coalesce(sum(amount), 0)
              FROM credit_usage AS used
              WHERE used.tenant_id = account.tenant_id)
            OR account.reserved <> (
              SELECT coalesce(sum(unit_price * parts_reserved), 0)
              FROM credit_charge AS charge
              WHERE charge.tenant_id = account.tenant_id AND state = 'reserved'))
        """;
    assertThat(
            jdbc.sql(wrong)
                .param("tenant", tenant.tenant().id().value())
                .query(Integer.class)
                .single())
        .as("wrong books")
        .isZero();
  }

  int rows(String table) {
    return jdbc.sql("SELECT count(*) FROM " + table + " WHERE tenant_id = :tenant")
        .param("tenant", tenant.tenant().id().value())
        .query(Integer.class)
        .single();
  }
}
