package io.tweestap.credit.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.credit.Money;
import io.tweestap.credit.Statement;
import io.tweestap.credit.Statement.Payment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A statement as CSV.
class StatementCsvTest {
  @Test
  void itHasALineForEachThing() {
    Statement statement =
        StatementPdfTest.statement("Bakery 7", Instant.parse("2026-12-01T08:30:00Z"));
    assertThat(StatementCsv.of(statement).replace("W".repeat(100), "W"))
        .isEqualTo(
            """
            line,day,reference,country,messages,parts,amount,currency
            opening,2026-11-01,,,,,20.00,EUR
            payment,2026-11-03,invoice 2026-118,,,,100.00,EUR
            payment,2026-11-22,W,,,,1000.00,EUR
            usage,,,DE,2,3,-0.475,EUR
            usage,,,NL,1200,1240,-93.00,EUR
            closing,2026-11-30,,,,,1026.525,EUR
            """
                .replace("\n", "\r\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
  void aReferenceIsNotRunBySpreadsheets(String reference) {
    assertThat(withReference(reference)).doesNotContain("," + reference).contains("'" + reference);
  }

  @Test
  void aReferenceStaysOneCell() {
    assertThat(withReference("a\",\"b\r\nc")).contains(",\"a\"\",\"\"b\r\nc\",");
  }

  private static String withReference(String reference) {
    Payment payment =
        new Payment(
            Optional.of(LocalDate.of(2026, 11, 3)),
            Optional.of(reference),
            new Money(1_000_000, "EUR"));
    return StatementCsv.of(
        new Statement(
            "B",
            YearMonth.of(2026, 11),
            ZoneOffset.UTC,
            Instant.EPOCH,
            new Money(0, "EUR"),
            List.of(payment),
            List.of()));
  }
}
