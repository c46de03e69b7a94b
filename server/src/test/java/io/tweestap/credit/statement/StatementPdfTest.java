package io.tweestap.credit.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.credit.Money;
import io.tweestap.credit.Statement;
import io.tweestap.credit.Statement.Payment;
import io.tweestap.credit.UsageLine;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/// A statement as a PDF.
class StatementPdfTest {
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final Instant AFTERWARDS = Instant.parse("2026-12-01T08:30:00Z");

  @Test
  void itSaysWhatTheMonthBroughtAndTook() throws IOException {
    String text = text(StatementPdf.of(statement("Bakery 7", AFTERWARDS), Locale.ENGLISH));
    assertThat(text)
        .contains("Statement of credit", "Bakery 7", "November 2026", "Europe/Amsterdam")
        .contains("Balance at the beginning 20.00 EUR", "Payments 1,100.00 EUR")
        .contains("Messages -93.475 EUR", "Balance at the end 1,026.525 EUR")
        .contains("invoice 2026-118", "Netherlands 1,200 1,240 93.00", "Germany 2 3 0.475")
        .contains("Total 1,202 1,243 93.475", "Page 1 of 1")
        .doesNotContain("not over");
  }

  @Test
  void itSpeaksTheLanguageOfTheTenant() throws IOException {
    assertThat(text(StatementPdf.of(statement("B", AFTERWARDS), Locale.GERMANY)))
        .contains("Guthabenübersicht", "Niederlande 1.200 1.240 93,00", "1.026,525 EUR");
    assertThat(text(StatementPdf.of(statement("B", AFTERWARDS), Locale.of("nl", "BE"))))
        .contains("Tegoedoverzicht", "Duitsland 2 3 0,475", "november 2026");
    assertThat(text(StatementPdf.of(statement("B", AFTERWARDS), Locale.FRENCH)))
        .as("no language of ours")
        .contains("Statement of credit");
  }

  @Test
  void aMonthThatIsNotOverSaysSo() throws IOException {
    Instant within = Instant.parse("2026-11-30T22:59:59Z");
    assertThat(text(StatementPdf.of(statement("B", within), Locale.ENGLISH))).contains("not over");
    Instant end = Instant.parse("2026-11-30T23:00:00Z");
    assertThat(text(StatementPdf.of(statement("B", end), Locale.ENGLISH)))
        .doesNotContain("not over");
  }

  @Test
  void manyLinesGoOnOnTheNextPagesUnderTheSameHeads() throws IOException {
    List<Payment> payments =
        new ArrayList<>(IntStream.range(0, 120).mapToObj(StatementPdfTest::payment).toList());
    payments.add(new Payment(Optional.empty(), Optional.empty(), euro(5_000_000)));
    Statement many =
        new Statement(
            "B", YearMonth.of(2026, 11), AMSTERDAM, AFTERWARDS, euro(0), payments, List.of());
    String text = text(StatementPdf.of(many, Locale.ENGLISH));
    assertThat(text)
        .contains("Page 1 of 4", "Page 4 of 4", "number 0 ", "number 119 ")
        .contains("Further payments 5.00", "None.");
    assertThat(text.split("Reference", -1)).hasSize(5);
  }

  @Test
  void wordsOfOthersCannotBreakIt() throws IOException {
    for (String name :
        List.of(
            "Łódź Ελλάς Москва",
            "\u4e2d\u6587 \ud83d\ude00",
            "a\r\nb\u0000\u202ec",
            "x".repeat(100))) {
      assertThat(text(StatementPdf.of(statement(name, AFTERWARDS), Locale.ENGLISH)))
          .contains("Balance at the end");
    }
    assertThat(text(StatementPdf.of(statement("Łódź Ελλάς", AFTERWARDS), Locale.ENGLISH)))
        .contains("Łódź Ελλάς");
    assertThat(text(StatementPdf.of(statement("a\u4e2db", AFTERWARDS), Locale.ENGLISH)))
        .contains("a?b");
  }

  static Statement statement(String tenant, Instant madeAt) {
    return new Statement(
        tenant,
        YearMonth.of(2026, 11),
        AMSTERDAM,
        madeAt,
        euro(20_000_000),
        List.of(
            new Payment(
                Optional.of(LocalDate.of(2026, 11, 3)),
                Optional.of("invoice 2026-118"),
                euro(100_000_000)),
            new Payment(
                Optional.of(LocalDate.of(2026, 11, 22)),
                Optional.of("W".repeat(100)),
                euro(1_000_000_000))),
        List.of(used("DE", 2, 3, 475_000), used("NL", 1_200, 1_240, 93_000_000)));
  }

  private static Payment payment(int number) {
    return new Payment(
        Optional.of(LocalDate.of(2026, 11, 1)), Optional.of("number " + number), euro(10_000_000));
  }

  private static UsageLine used(String country, long messages, long parts, long micros) {
    return new UsageLine(
        Optional.empty(), Optional.of(country), Optional.empty(), messages, parts, euro(micros));
  }

  private static Money euro(long micros) {
    return new Money(micros, "EUR");
  }

  private static String text(byte[] file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
