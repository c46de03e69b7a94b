package io.tweestap.shared.file;

import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/// The first line of a file: which column is where, and what stands between them.
///
/// @param lines how many lines of the file it takes: 2 where Excel wrote `sep=;` before it
public record CsvHeader(char separator, List<String> columns, int lines) {
  private static final String SEPARATORS = ",;\t|";
  private static final int LENGTH_MAX = 1000;

  /// What a file may have.
  ///
  /// @param known the names of all columns
  /// @param needed those that must be there
  /// @param several those that may stand there more than once
  public record Columns(List<String> known, List<String> needed, Set<String> several) {
    public Columns {
      known = List.copyOf(known);
      needed = List.copyOf(needed);
      several = Set.copyOf(several);
    }
  }

  static CsvHeader read(BufferedReader text, Columns of) throws IOException {
    String line = line(text);
    boolean said = line.matches("(?i)sep=[,;\t|]");
    String names = said ? line(text) : line;
    char separator = said ? line.charAt(4) : likely(names);
    return new CsvHeader(separator, columns(names, separator), said ? 2 : 1).checked(of);
  }

  private static String line(BufferedReader text) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = text.read(); next >= 0 && next != '\n'; next = text.read()) {
      line.append((char) next);
      if (line.length() > LENGTH_MAX) {
        throw refused("The first line must be a header with the names of the columns.");
      }
    }
    return line.toString().strip();
  }

  /// The separator that stands there most often; a comma where there is none.
  private static char likely(String names) {
    return (char)
        SEPARATORS
            .chars()
            .boxed()
            .max(Comparator.comparingLong(one -> names.chars().filter(c -> c == one).count()))
            .orElseThrow()
            .intValue();
  }

  private static List<String> columns(String names, char separator) throws IOException {
    try (CSVParser parser = format(separator).parse(new StringReader(names))) {
      return parser.stream()
          .flatMap(record -> Arrays.stream(record.values()))
          .map(name -> name.strip().toLowerCase(Locale.ROOT))
          .toList();
    }
  }

  private CsvHeader checked(Columns of) {
    for (String name : columns) {
      if (!of.known().contains(name)) {
        throw refused("The columns are " + String.join(", ", of.known()) + "; leave out others.");
      }
      if (Collections.frequency(columns, name) > 1 && !of.several().contains(name)) {
        throw refused("The column " + name + " stands there twice.");
      }
    }
    for (String name : of.needed()) {
      if (!columns.contains(name)) {
        throw refused("The first line must be a header with a column " + name + ".");
      }
    }
    return this;
  }

  public boolean has(String column) {
    return columns.contains(column);
  }

  /// Where the cells of a column stand, counted from 0.
  public Stream<Integer> places(String column) {
    return IntStream.range(0, columns.size())
        .filter(place -> columns.get(place).equals(column))
        .boxed();
  }

  CSVFormat format() {
    return format(separator);
  }

  private static CSVFormat format(char separator) {
    return CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(true).get();
  }

  private static Problem refused(String detail) {
    return Problem.of(ProblemCode.INVALID_FILE, detail);
  }
}
