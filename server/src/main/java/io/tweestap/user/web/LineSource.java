package io.tweestap.user.web;

import io.tweestap.shared.file.CsvFile;
import java.io.IOException;
import java.util.Optional;

/// Reads one line after the other, holding only that one in memory.
interface LineSource {
  /// The most characters of one line.
  int LINE_MAX = CsvFile.LINE_MAX;

  /// The next line; empty at the end.
  ///
  /// @throws IOException when nothing more can be read, with a message for the caller
  Optional<RawLine> next() throws IOException;

  /// The line that is being read, for a message.
  long number();
}
