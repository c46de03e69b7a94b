package io.tweestap.credit.statement;

import io.tweestap.credit.Money;
import io.tweestap.credit.Statement;
import io.tweestap.credit.Statement.Payment;
import io.tweestap.credit.UsageLine;
import io.tweestap.credit.statement.Sheet.Look;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// A statement for people, A4.
public final class StatementPdf {
  private static final Color INK = new Color(0x1F2933);
  private static final Color PALE = new Color(0x6B7785);
  private static final Color LINE = new Color(0xD5DBE1);
  private static final Color FIELD = new Color(0xF2F5F8);
  private static final Look TITLE = new Look(20, true, INK);
  private static final Look HEAD = new Look(12, true, INK);
  private static final Look TEXT = new Look(9.5f, false, INK);
  private static final Look STRONG = new Look(9.5f, true, INK);
  private static final Look SMALL = new Look(8.5f, false, PALE);
  private static final Look FOOT = new Look(7, false, PALE);
  private static final float ROW = 17;
  private static final float SECOND = Sheet.LEFT + 110;
  private static final float THIRD = Sheet.RIGHT - 200;
  private static final float FOURTH = Sheet.RIGHT - 110;

  private final Statement statement;
  private final Words words;
  private final Sheet sheet;

  private StatementPdf(Statement statement, Words words, Sheet sheet) {
    this.statement = statement;
    this.words = words;
    this.sheet = sheet;
  }

  /// @param language of the words: Dutch, German or English; English for any other
  public static byte[] of(Statement statement, Locale language) {
    try (Sheet sheet = new Sheet()) {
      return new StatementPdf(statement, Words.in(language), sheet).write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] write() throws IOException {
    head();
    summary();
    payments();
    usage();
    String title =
        "%s %s, %s"
            .formatted(words.get("title"), words.month(statement.month()), statement.tenant());
    return sheet.finish(title, words.locale().getLanguage(), words.get("note"), words::page, FOOT);
  }

  private void head() throws IOException {
    sheet.left(words.get("title"), Sheet.LEFT, TITLE);
    sheet.down(24, 0);
    sheet.left(sheet.fitting(statement.tenant(), Sheet.RIGHT - Sheet.LEFT, HEAD), Sheet.LEFT, HEAD);
    sheet.down(26, 0);
    fact("period", words.month(statement.month()));
    fact("zone", statement.zone().getId());
    fact("made", words.moment(statement.madeAt(), statement.zone()));
    if (!statement.isFinal()) {
      sheet.down(4, 0);
      sheet.left(words.get("preliminary"), Sheet.LEFT, STRONG);
      sheet.down(ROW, 0);
    }
  }

  private void fact(String name, String value) throws IOException {
    sheet.left(words.get(name), Sheet.LEFT, SMALL);
    sheet.left(value, SECOND, TEXT);
    sheet.down(15, 0);
  }

  private void summary() throws IOException {
    sheet.down(16, 0);
    sheet.field(18, 4 * ROW + 16, FIELD);
    sum("opening", statement.opening(), TEXT);
    sum("payments", statement.paid(), TEXT);
    sum("usage", negative(statement.spent()), TEXT);
    sum("closing", statement.closing(), STRONG);
    sheet.down(14, 0);
  }

  private void sum(String name, Money amount, Look look) throws IOException {
    sheet.left(words.get(name), Sheet.LEFT, look);
    sheet.right(words.amount(amount) + " " + amount.currency(), Sheet.RIGHT, look);
    sheet.down(ROW, 0);
  }

  private static Money negative(Money money) {
    return new Money(-money.micros(), money.currency());
  }

  private void payments() throws IOException {
    section("payments");
    if (statement.payments().isEmpty()) {
      none();
      return;
    }
    paymentHead();
    for (Payment payment : statement.payments()) {
      if (sheet.down(ROW, ROW)) {
        paymentHead();
        sheet.down(ROW, 0);
      }
      sheet.left(payment.day().map(words::day).orElse(""), Sheet.LEFT, TEXT);
      String reference = payment.reference().orElseGet(() -> words.get("others"));
      sheet.left(sheet.fitting(reference, FOURTH - SECOND, TEXT), SECOND, TEXT);
      sheet.right(words.amount(payment.amount()), Sheet.RIGHT, TEXT);
    }
    total(List.of(), statement.paid());
  }

  private void paymentHead() throws IOException {
    sheet.left(words.get("day"), Sheet.LEFT, SMALL);
    sheet.left(words.get("reference"), SECOND, SMALL);
    amountHead();
  }

  private void usage() throws IOException {
    section("usage");
    if (statement.usage().isEmpty()) {
      none();
      return;
    }
    usageHead();
    for (UsageLine line : inOrderOfNames()) {
      if (sheet.down(ROW, ROW)) {
        usageHead();
        sheet.down(ROW, 0);
      }
      String name = words.country(line.country().orElse(""));
      sheet.left(sheet.fitting(name, THIRD - Sheet.LEFT - 60, TEXT), Sheet.LEFT, TEXT);
      sheet.right(words.number(line.messages()), THIRD, TEXT);
      sheet.right(words.number(line.parts()), FOURTH, TEXT);
      sheet.right(words.amount(line.amount()), Sheet.RIGHT, TEXT);
    }
    long messages = statement.usage().stream().mapToLong(UsageLine::messages).sum();
    long parts = statement.usage().stream().mapToLong(UsageLine::parts).sum();
    total(List.of(words.number(messages), words.number(parts)), statement.spent());
  }

  private List<UsageLine> inOrderOfNames() {
    return statement.usage().stream()
        .sorted(Comparator.comparing(line -> words.country(line.country().orElse(""))))
        .toList();
  }

  private void usageHead() throws IOException {
    sheet.left(words.get("country"), Sheet.LEFT, SMALL);
    sheet.right(words.get("messages"), THIRD, SMALL);
    sheet.right(words.get("parts"), FOURTH, SMALL);
    amountHead();
  }

  private void amountHead() throws IOException {
    String currency = statement.opening().currency();
    sheet.right(words.get("amount") + " (" + currency + ")", Sheet.RIGHT, SMALL);
    sheet.rule(LINE);
  }

  private void section(String name) throws IOException {
    sheet.down(20, 4 * ROW);
    sheet.left(words.get(name), Sheet.LEFT, HEAD);
    sheet.down(20, 0);
  }

  private void none() throws IOException {
    sheet.left(words.get("nothing"), Sheet.LEFT, TEXT);
    sheet.down(ROW, 0);
  }

  private void total(List<String> counts, Money amount) throws IOException {
    sheet.rule(LINE);
    sheet.down(ROW + 2, ROW);
    sheet.left(words.get("total"), Sheet.LEFT, STRONG);
    if (!counts.isEmpty()) {
      sheet.right(counts.getFirst(), THIRD, STRONG);
      sheet.right(counts.getLast(), FOURTH, STRONG);
    }
    sheet.right(words.amount(amount), Sheet.RIGHT, STRONG);
    sheet.down(ROW, 0);
  }
}
