package io.tweestap.credit.command;

import io.tweestap.credit.Money;
import io.tweestap.credit.PriceLine;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A file of prices: a header, then `country,network,prefix,price,currency,valid_from` in any
/// order. `network` and `prefix` may be empty or missing.
final class PriceFile {
  /// So many lines are read.
  static final int LINES_MAX = 100_000;

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final List<String> NEEDED = List.of("country", "price", "currency", "valid_from");
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .get();

  private final List<PriceLine> lines = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final Map<List<Object>, Long> seen = new HashMap<>();

  private PriceFile() {}

  /// What cannot be read ends the file with a fault.
  static PriceFile read(Reader text) {
    PriceFile file = new PriceFile();
    try (CSVParser parser = FORMAT.parse(text)) {
      if (!parser.getHeaderNames().containsAll(NEEDED)) {
        file.faults.add("line 1: the header names at least " + String.join(", ", NEEDED));
        return file;
      }
      for (CSVRecord row : parser) {
        file.add(row);
        if (file.lines.size() > LINES_MAX) {
          file.faults.add("a file has at most " + LINES_MAX + " prices");
          return file;
        }
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      file.faults.add("the rest cannot be read: " + e.getMessage());
    }
    return file;
  }

  List<PriceLine> lines() {
    return lines;
  }

  /// One sentence for each line that cannot be used, with its number.
  List<String> faults() {
    return faults;
  }

  private void add(CSVRecord row) {
    long number = row.getRecordNumber() + 1;
    Optional<String> fault = fault(row);
    if (fault.isPresent()) {
      faults.add("line " + number + ": " + fault.get());
      return;
    }
    PriceLine line = line(row);
    List<Object> key =
        List.of(line.perPart().currency(), line.country(), line.prefix(), line.validFrom());
    Long before = seen.putIfAbsent(key, number);
    if (before == null) {
      lines.add(line);
    } else {
      faults.add("line " + number + ": line " + before + " is about the same");
    }
  }

  private static PriceLine line(CSVRecord row) {
    return new PriceLine(
        cell(row, "country"),
        cell(row, "network"),
        cell(row, "prefix"),
        LocalDate.parse(cell(row, "valid_from")),
        Money.read(cell(row, "price"), cell(row, "currency")).orElseThrow());
  }

  private static Optional<String> fault(CSVRecord row) {
    if (!COUNTRIES.contains(cell(row, "country"))) {
      return Optional.of("country is two capital letters of ISO 3166-1, as in NL");
    }
    if (!cell(row, "network").matches("([0-9]{3}-[0-9]{2,3})?")) {
      return Optional.of("network is MCC-MNC, as in 204-08, or empty");
    }
    if (!cell(row, "prefix").matches("([+][1-9][0-9]{0,14})?")) {
      return Optional.of("prefix begins with + and the country code, as in +316, or is empty");
    }
    if (cell(row, "prefix").isEmpty() && !cell(row, "network").isEmpty()) {
      return Optional.of("a network needs the prefix of its numbers");
    }
    if (Money.read(cell(row, "price"), "EUR").isEmpty()) {
      return Optional.of("price is an amount with a point and at most six decimals, as in 0.075");
    }
    if (!Money.isCurrency(cell(row, "currency"))) {
      return Optional.of("currency is three capital letters, as in EUR");
    }
    return isDay(cell(row, "valid_from"))
        ? Optional.empty()
        : Optional.of("valid_from is a day, as in 2027-01-31");
  }

  private static boolean isDay(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      return day.getYear() >= 1970 && day.getYear() <= 9999;
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  private static String cell(CSVRecord row, String column) {
    return row.isSet(column) ? row.get(column) : "";
  }
}
