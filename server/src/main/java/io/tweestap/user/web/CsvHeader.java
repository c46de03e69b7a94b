package io.tweestap.user.web;

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
record CsvHeader(char separator, List<String> columns, int lines) {
  private static final Set<String> KNOWN =
      Set.of("ref", "groups", "email", "phone", "locale", "time_zone");
  private static final Set<String> SEVERAL = Set.of("email", "phone");
  private static final String SEPARATORS = ",;\t|";
  private static final int LENGTH_MAX = 1000;

  static CsvHeader read(BufferedReader text) throws IOException {
    String line = line(text);
    boolean said = line.matches("(?i)sep=[,;\t|]");
    String names = said ? line(text) : line;
    char separator = said ? line.charAt(4) : likely(names);
    return new CsvHeader(separator, columns(names, separator), said ? 2 : 1).checked();
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

  private CsvHeader checked() {
    for (String name : columns) {
      if (!KNOWN.contains(name)) {
        throw refused(
            "The columns are ref, groups, email, phone, locale and time_zone; leave out others.");
      }
      if (Collections.frequency(columns, name) > 1 && !SEVERAL.contains(name)) {
        throw refused("The column " + name + " stands there twice.");
      }
    }
    if (!columns.contains("ref")) {
      throw refused("The first line must be a header with a column ref.");
    }
    return this;
  }

  boolean has(String column) {
    return columns.contains(column);
  }

  /// Where the cells of a column stand, counted from 0.
  Stream<Integer> places(String column) {
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
