package io.tweestap.factor.otpauth.web;

import io.tweestap.factor.otpauth.AppLine;
import io.tweestap.factor.otpauth.AppReader;
import io.tweestap.shared.file.CsvCell;
import io.tweestap.shared.file.CsvFile;
import io.tweestap.shared.file.CsvHeader;
import io.tweestap.shared.file.JudgedLines;
import io.tweestap.shared.web.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/// Judges the lines of a list of apps.
final class AppLines {
  private static final String USER = "user";
  private static final String URI = "otpauth_uri";
  private static final String NAME = "name";
  private static final CsvHeader.Columns COLUMNS =
      new CsvHeader.Columns(List.of(USER, URI, NAME), List.of(USER, URI), Set.of());

  private final CsvFile file;
  private final AppReader reader;

  private AppLines(CsvFile file, AppReader reader) {
    this.file = file;
    this.reader = reader;
  }

  /// The lines of a text, one after the other.
  ///
  /// @throws Problem when the header cannot be used
  static Iterator<AppLine> of(BufferedReader text, AppReader reader) throws IOException {
    AppLines lines = new AppLines(CsvFile.of(text, COLUMNS), reader);
    return new JudgedLines<>(
        lines::next, reason -> new AppLine.Unreadable(lines.file.number(), reason));
  }

  private Optional<AppLine> next() throws IOException {
    return file.next().map(this::judge);
  }

  private AppLine judge(CSVRecord cells) {
    try {
      file.check(cells);
      return reader.read(file.number(), cell(cells, USER), cell(cells, URI), cell(cells, NAME));
    } catch (Problem problem) {
      return new AppLine.Broken(
          file.number(), "", "invalid_line", String.valueOf(problem.getBody().getDetail()));
    }
  }

  /// Empty where there is no such column.
  private String cell(CSVRecord cells, String column) {
    return file.header()
        .places(column)
        .findFirst()
        .map(place -> CsvCell.read(column, cells.get(place)))
        .orElse("");
  }
}
