package io.tweestap.factor.otpauth.web;

import io.tweestap.factor.otpauth.AppLine;
import io.tweestap.factor.otpauth.AppReader;
import io.tweestap.shared.file.CsvCell;
import io.tweestap.shared.file.CsvFile;
import io.tweestap.shared.file.CsvHeader;
import io.tweestap.shared.file.FileText;
import io.tweestap.shared.file.UnreadableFileException;
import io.tweestap.shared.web.BodyTooLargeException;
import io.tweestap.shared.web.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// The lines of a list of apps, each judged as it is read. A file that cannot be read any further
/// ends with a line that says so: what came before may be applied already.
final class AppLines implements Iterator<AppLine> {
  private static final String USER = "user";
  private static final String URI = "otpauth_uri";
  private static final String NAME = "name";
  private static final CsvHeader.Columns COLUMNS =
      new CsvHeader.Columns(List.of(USER, URI, NAME), List.of(USER, URI), Set.of());

  private final CsvFile file;
  private final AppReader reader;
  private @Nullable AppLine next;
  private boolean over;

  /// @throws Problem when the header cannot be used
  AppLines(BufferedReader text, AppReader reader) throws IOException {
    this.file = CsvFile.of(text, COLUMNS);
    this.reader = reader;
  }

  @Override
  public boolean hasNext() {
    if (next == null && !over) {
      next = read();
      over = next == null || next instanceof AppLine.Unreadable;
    }
    return next != null;
  }

  @Override
  public AppLine next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    AppLine line = next;
    next = null;
    return line;
  }

  private @Nullable AppLine read() {
    try {
      Optional<CSVRecord> cells = file.next();
      return cells.isEmpty() ? null : judge(cells.get());
    } catch (CharacterCodingException _) {
      return unreadable(FileText.WRONG_CHARSET);
    } catch (BodyTooLargeException e) {
      return unreadable("A file has at most " + e.maxBytes() + " bytes. Split it.");
    } catch (UnreadableFileException e) {
      return unreadable(String.valueOf(e.getMessage()));
    } catch (IOException _) {
      return unreadable("The rest of the file did not arrive.");
    }
  }

  private AppLine unreadable(String detail) {
    return new AppLine.Unreadable(file.number(), detail);
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
