package io.tweestap.shared.file;

import io.tweestap.shared.web.Fields;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A file with a header and then one record a line, holding only that one in memory.
public final class CsvFile {
  /// The most characters of one line.
  public static final int LINE_MAX = 64 * 1024;

  private final CsvHeader header;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final RecordLimit limit;

  private CsvFile(CsvHeader header, CSVParser parser, RecordLimit limit) {
    this.header = header;
    this.parser = parser;
    this.records = parser.iterator();
    this.limit = limit;
  }

  /// @throws io.tweestap.shared.web.Problem when the header cannot be used
  public static CsvFile of(BufferedReader text, CsvHeader.Columns columns) throws IOException {
    CsvHeader header = CsvHeader.read(text, columns);
    RecordLimit limit = new RecordLimit(text, LINE_MAX);
    return new CsvFile(header, header.format().parse(limit), limit);
  }

  public CsvHeader header() {
    return header;
  }

  /// The next record; empty at the end.
  ///
  /// @throws IOException when nothing more can be read, with a message for the caller
  public Optional<CSVRecord> next() throws IOException {
    limit.restart();
    try {
      return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CSVException) {
        throw new UnreadableFileException("The quotes of the line do not match.");
      }
      throw e.getCause();
    }
  }

  /// The line of the file that was read last; the first one is 1.
  public long number() {
    return header.lines() + parser.getCurrentLineNumber();
  }

  /// @throws io.tweestap.shared.web.Problem when a record has more or fewer cells than the header
  public void check(CSVRecord cells) {
    if (cells.size() != header.columns().size()) {
      throw Fields.invalid(
          "the line",
          "has " + cells.size() + " cells where the header has " + header.columns().size());
    }
  }
}
