package io.tweestap.user.web;

import io.tweestap.shared.file.CsvCell;
import io.tweestap.shared.file.CsvFile;
import io.tweestap.shared.file.CsvHeader;
import io.tweestap.user.address.AddressKind;
import io.tweestap.user.address.Stated;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/// A file as spreadsheets and user administrations write it: a header, then one user a line.
///
/// A column that is missing leaves things as they are, an empty cell empties them. Several groups
/// stand in one cell with spaces, commas, semicolons or bars between them, several addresses with
/// bars, or in several columns of the same name.
final class CsvLines implements LineSource {
  private static final CsvHeader.Columns COLUMNS =
      new CsvHeader.Columns(
          List.of("ref", "groups", "email", "phone", "locale", "time_zone"),
          List.of("ref"),
          Set.of("email", "phone"));

  private final CsvFile file;
  private final CsvHeader header;

  private CsvLines(CsvFile file) {
    this.file = file;
    this.header = file.header();
  }

  /// @throws io.tweestap.shared.web.Problem when the header cannot be used
  static CsvLines of(BufferedReader text) throws IOException {
    return new CsvLines(CsvFile.of(text, COLUMNS));
  }

  @Override
  public Optional<RawLine> next() throws IOException {
    return file.next().map(cells -> new RawLine(number(), () -> user(cells)));
  }

  @Override
  public long number() {
    return file.number();
  }

  private RawUser user(CSVRecord cells) {
    file.check(cells);
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
