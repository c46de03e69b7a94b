package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.credit.Money;
import io.tweestap.credit.PriceLine;
import io.tweestap.functional.ApiTest.TestTenant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/// Calls what there is about credit, for [AnswersDescribedTest].
final class CreditWalk {
  private CreditWalk() {}

  static void go(AnswersDescribedTest test, TestTenant tenant) {
    test.call(tenant, "GET", "/v1/credit", null, 200);
    test.call(tenant, "PUT", "/v1/credit/settings", "{}", 404);
    test.accounts.open(tenant.tenant().id(), "EUR");
    test.accounts.pay(tenant.tenant().id(), new Money(1_000_000, "EUR"), "invoice 7");
    test.call(tenant, "GET", "/v1/credit", null, 200);
    test.call(tenant, "PUT", "/v1/credit/settings", "{\"low_below\":\"0.50\"}", 200);
    test.call(tenant, "PUT", "/v1/credit/settings", "{\"low_below\":\"-1\"}", 400);
    test.call(tenant, "GET", "/v1/credit/entries", null, 200);
    test.call(tenant, "GET", "/v1/credit/entries?limit=0", null, 400);
    test.call(tenant, "GET", "/v1/credit/usage?by=country", null, 200);
    test.call(tenant, "GET", "/v1/credit/usage?by=week", null, 400);
    String unpriced = "{\"to\":\"+31612345678\",\"text\":\"Hi\"}";
    assertThat(test.call(tenant, "POST", "/v1/messages", unpriced, 422).code())
        .isEqualTo("no_price");
    test.prices.put(
        List.of(new PriceLine("NL", "", "", LocalDate.EPOCH, new Money(2_000_000, "EUR"))));
    test.call(tenant, "POST", "/v1/messages", unpriced, 402);
    test.call(tenant, "POST", "/v1/verifications", AnswersDescribedTest.START, 402);
    test.call(tenant, "POST", "/v1/messages/estimate", "{\"text\":\"Hi\"}", 200);
    String month =
        "/v1/credit/statements/" + YearMonth.from(test.clock.instant().atZone(ZoneOffset.UTC));
    test.call(tenant, "GET", month, null, 200);
    test.call(tenant, "GET", "/v1/credit/statements/2019-01", null, 404);
    test.accounts.close(tenant.tenant().id());
  }
}
