package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tweestap.credit.Money;
import io.tweestap.credit.Statement;
import io.tweestap.credit.Statements;
import io.tweestap.shared.SqlTime;
import io.tweestap.tenant.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@DisplayName("A statement says what the ledger says")
class CreditStatementTest extends CreditScene {
  private static final int MONTHS = 4;

  @Autowired private Statements statements;

  @Test
  void thePresentMonthIsThereAsJsonCsvAndPdf() {
    billed("1.00");
    spend();
    JsonNode statement = get(tenant, path(month())).json();
    assertThat(statement.get("done").asBoolean()).isFalse();
    assertThat(statement.get("opening").asString()).isEqualTo("0.00");
    assertThat(statement.get("paid").asString()).isEqualTo("1.00");
    assertThat(statement.get("spent").asString()).isEqualTo("0.10");
    assertThat(statement.get("closing").asString()).isEqualTo(available());
    assertThat(statement.at("/payments/0/reference").asString()).isEqualTo("first");
    assertThat(statement.at("/usage/0/country").asString()).isEqualTo("NL");

    Answer csv = as("text/csv", month());
    assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
    assertThat(csv.header("Content-Disposition")).contains("credit-" + month() + ".csv");
    assertThat(csv.text()).contains("usage,,,NL,1,1,-0.10,EUR\r\n");
    Answer pdf = as("application/pdf", month());
    assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(pdf.text()).startsWith("%PDF-");
  }

  @Test
  void whatIsAcceptedDecidesTheForm() {
    billed("1.00");
    assertThat(as("*/*", month()).header("Content-Type")).startsWith("application/json");
    assertThat(as("text/csv;q=0.5, application/pdf", month()).header("Content-Type"))
        .isEqualTo("application/pdf");
    assertThat(as("image/png", month()).status()).isEqualTo(406);
    assertThat(as("nonsense", month()).status()).isEqualTo(406);
    Answer missing = as("application/pdf", month().minusYears(3));
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.code()).as(missing.text()).isEqualTo("not_found");
  }

  @Test
  void otherMonthsAndOtherTenantsAreNotFound() {
    billed("1.00");
    for (String wrong :
        List.of(
            month().plusMonths(1).toString(),
            month().minusMonths(1).toString(),
            "2026-13",
            "2026-00",
            "2026",
            "now",
            "9999-12",
            "2026-11-01",
            "+2026-11")) {
      assertThat(get(tenant, "/v1/credit/statements/" + wrong).status()).as(wrong).isEqualTo(404);
    }
    assertThat(get(newTenant(), path(month())).code()).isEqualTo("not_found");
    assertThat(get(newTenant(Scope.MESSAGES_READ), path(month())).code()).isEqualTo("wrong_scope");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whateverHappenedTheSumsAreThoseOfTheLedger(long seed) {
    patch(tenant, "/v1/settings", "{\"time_zone\":\"America/New_York\"}");
    ZoneId zone = ZoneId.of("America/New_York");
    billed("0.00");
    YearMonth first = month(zone).minusMonths(MONTHS - 1);
    Instant begin = first.atDay(1).atStartOfDay(zone).toInstant();
    jdbc.sql("UPDATE credit_account SET created_at = :then WHERE tenant_id = :tenant")
        .param("then", SqlTime.of(begin))
        .param("tenant", id())
        .update();
    happen(new Random(seed), begin, zone);

    Money before = new Money(0, "EUR");
    for (YearMonth month = first; !month.isAfter(month(zone)); month = month.plusMonths(1)) {
      Statement statement = statements.of(tenant.tenant().id(), month).orElseThrow();
      Instant end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
      assertThat(statement.opening()).as("begins where %s ended", month).isEqualTo(before);
      assertThat(statement.closing().micros()).as("%s ends", month).isEqualTo(ledger(end));
      assertThat(statement.paid().micros()).isEqualTo(paid(end) - paid(start(month, zone)));
      before = statement.closing();
    }
    assertThat(before.micros()).isNotZero();
  }

  /// Payments and settlements at any moment, also on the edges of months.
  private void happen(Random random, Instant begin, ZoneId zone) {
    long span = Duration.between(begin, clock.instant()).toSeconds();
    for (int i = 0; i < 120; i++) {
      Instant moment = begin.plusSeconds((long) (random.nextDouble() * span));
      if (i % 10 == 0) {
        YearMonth month = YearMonth.from(moment.atZone(zone));
        moment = start(month, zone).plusNanos((random.nextInt(3) - 1) * 1_000L);
      }
      if (moment.isBefore(begin)) {
        continue;
      }
      if (random.nextInt(4) == 0) {
        entry("payment", moment, 0, random.nextInt(100_000_000) + 1L, "payment " + i);
      } else {
        long spent = random.nextInt(1_000_000);
        entry("settlement", moment, spent, 0, null);
        used(LocalDate.ofInstant(moment, zone), List.of("NL", "BE", "ZZ").get(i % 3), spent);
      }
    }
  }

  private void entry(String kind, Instant at, long spent, long paid, @Nullable String reference) {
    String insert =
        """
        INSERT INTO credit_entry (tenant_id, id, kind, currency, available, reserved, spent, paid,
          balance, messages, reference, created_at)
        VALUES (:tenant, :id, :kind, 'EUR', :paid, -:spent, :spent, -:paid, 0, 1, :reference, :at)
        """;
    jdbc.sql(insert)
        .param("tenant", id())
        .param("id", UUID.randomUUID())
        .param("kind", kind)
        .param("spent", spent)
        .param("paid", paid)
        .param("reference", reference)
        .param("at", SqlTime.of(at))
        .update();
  }

  private void used(LocalDate day, String country, long amount) {
    String insert =
        """
        INSERT INTO credit_usage AS used (tenant_id, day, country, network, sender, currency,
          messages, parts, amount)
        VALUES (:tenant, :day, :country, '', 'S', 'EUR', 1, 1, :amount)
        ON CONFLICT (tenant_id, day, country, network, sender, currency) DO UPDATE
        SET messages = used.messages + 1, parts = used.parts + 1,
          amount = used.amount + excluded.amount
        """;
    jdbc.sql(insert)
        .param("tenant", id())
        .param("day", day)
        .param("country", country)
        .param("amount", amount)
        .update();
  }

  private long ledger(Instant until) {
    return sum("available + reserved", until);
  }

  private long paid(Instant until) {
    return sum("-paid", until);
  }

  private long sum(String what, Instant until) {
    String sum =
        "SELECT coalesce(sum("
            + what
            + "), 0) FROM credit_entry WHERE tenant_id = :tenant AND created_at < :until";
    return jdbc.sql(sum)
        .param("tenant", id())
        .param("until", SqlTime.of(until))
        .query(Long.class)
        .single();
  }

  private void spend() {
    Answer sent = send("");
    String message = "/v1/messages/" + CreditTest.messageId(sent);
    await().until(() -> !get(tenant, message).json().get("state").asString().equals("queued"));
    await()
        .until(() -> {
          settle();
          return reserved().equals("0.00");
        });
  }

  private UUID id() {
    return tenant.tenant().id().value();
  }

  private static Instant start(YearMonth month, ZoneId zone) {
    return month.atDay(1).atStartOfDay(zone).toInstant();
  }

  private YearMonth month() {
    return month(tenants.get(tenant.tenant().id()).settings().zone());
  }

  private YearMonth month(ZoneId zone) {
    return YearMonth.from(clock.instant().atZone(zone));
  }

  private static String path(YearMonth month) {
    return "/v1/credit/statements/" + month;
  }

  private Answer as(String accept, YearMonth month) {
    return send(authorized(tenant, path(month)).setHeader("Accept", accept).GET());
  }
}
