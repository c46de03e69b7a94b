package io.tweestap.user.web;

import io.tweestap.shared.web.Fields;
import io.tweestap.user.AddressKind;
import io.tweestap.user.Stated;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A file as spreadsheets and user administrations write it: a header, then one user a line.
///
/// A column that is missing leaves things as they are, an empty cell empties them. Several groups
/// stand in one cell with spaces, commas, semicolons or bars between them, several addresses with
/// bars, or in several columns of the same name.
final class CsvLines implements LineSource {
  private final CsvHeader header;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final RecordLimit limit;

  private CsvLines(CsvHeader header, CSVParser parser, RecordLimit limit) {
    this.header = header;
    this.parser = parser;
    this.records = parser.iterator();
    this.limit = limit;
  }

  /// @throws io.tweestap.shared.web.Problem when the header cannot be used
  static CsvLines of(BufferedReader text) throws IOException {
    CsvHeader header = CsvHeader.read(text);
    RecordLimit limit = new RecordLimit(text, LINE_MAX);
    return new CsvLines(header, header.format().parse(limit), limit);
  }

  @Override
  public Optional<RawLine> next() throws IOException {
    limit.restart();
    try {
      if (!records.hasNext()) {
        return Optional.empty();
      }
      CSVRecord cells = records.next();
      return Optional.of(new RawLine(number(), () -> user(cells)));
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CSVException) {
        throw new UnreadableFileException("The quotes of the line do not match.");
      }
      throw e.getCause();
    }
  }

  @Override
  public long number() {
    return header.lines() + parser.getCurrentLineNumber();
  }

  private RawUser user(CSVRecord cells) {
    if (cells.size() != header.columns().size()) {
      throw Fields.invalid(
          "the line",
          "has " + cells.size() + " cells where the header has " + header.columns().size());
    }
    return new RawUser(
        one(cells, "ref"),
        header.has("groups")
            ? Stated.of(split(one(cells, "groups"), "[\\s,;|]+"))
            : Stated.leftOut(),
        kinds(),
        addresses(cells),
        stated(cells, "locale"),
        stated(cells, "time_zone"));
  }

  private Set<AddressKind> kinds() {
    Set<AddressKind> kinds = EnumSet.noneOf(AddressKind.class);
    for (AddressKind kind : AddressKind.values()) {
      if (header.has(kind.text())) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  private List<RawUser.Address> addresses(CSVRecord cells) {
    List<RawUser.Address> all = new ArrayList<>();
    for (AddressKind kind : AddressKind.values()) {
      for (String cell : all(cells, kind.text())) {
        split(cell, "\\|").forEach(text -> all.add(new RawUser.Address(kind, text)));
      }
    }
    return all;
  }

  private Stated<String> stated(CSVRecord cells, String column) {
    if (!header.has(column)) {
      return Stated.leftOut();
    }
    String text = one(cells, column);
    return text.isEmpty() ? Stated.nothing() : Stated.of(text);
  }

  private String one(CSVRecord cells, String column) {
    return all(cells, column).getFirst();
  }

  private List<String> all(CSVRecord cells, String column) {
    return header.places(column).map(place -> CsvCell.read(column, cells.get(place))).toList();
  }

  private static List<String> split(String cell, String by) {
    return Arrays.stream(cell.split(by)).map(String::strip).filter(t -> !t.isEmpty()).toList();
  }
}
