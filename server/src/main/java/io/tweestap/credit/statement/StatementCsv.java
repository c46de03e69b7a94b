package io.tweestap.credit.statement;

import io.tweestap.credit.Money;
import io.tweestap.credit.Statement;
import io.tweestap.credit.Statement.Payment;
import io.tweestap.credit.UsageLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/// A statement for programs, RFC 4180. Names of columns and kinds are the same in every language;
/// the amounts of all lines but the last add up to the last.
public final class StatementCsv {
  /// A spreadsheet runs a cell that begins so; the words in it are somebody else's.
  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.MINIMAL).get();

  private final StringBuilder text = new StringBuilder();
  private final CSVPrinter printer;

  private StatementCsv() throws IOException {
    printer = new CSVPrinter(text, FORMAT);
  }

  public static String of(Statement statement) {
    try {
      StatementCsv csv = new StatementCsv();
      csv.write(statement);
      return csv.text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Statement statement) throws IOException {
    printer.printRecord(
        "line", "day", "reference", "country", "messages", "parts", "amount", "currency");
    LocalDate first = statement.month().atDay(1);
    line("opening", first.toString(), "", statement.opening());
    for (Payment payment : statement.payments()) {
      line(
          "payment",
          payment.day().map(LocalDate::toString).orElse(""),
          payment.reference().map(StatementCsv::harmless).orElse(""),
          payment.amount());
    }
    for (UsageLine usage : statement.usage()) {
      Money taken = new Money(-usage.amount().micros(), usage.amount().currency());
      printer.printRecord(
          "usage",
          "",
          "",
          usage.country().orElse(""),
          usage.messages(),
          usage.parts(),
          taken.amount(),
          taken.currency());
    }
    line("closing", statement.month().atEndOfMonth().toString(), "", statement.closing());
  }

  private void line(String kind, String day, String reference, Money amount) throws IOException {
    printer.printRecord(kind, day, reference, "", "", "", amount.amount(), amount.currency());
  }

  private static String harmless(String words) {
    return FORMULA.matcher(words).matches() ? "'" + words : words;
  }
}
