package io.tweestap.shared.file;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Fails when too much is read for one record, as happens behind a quote that nobody closed.
final class RecordLimit extends FilterReader {
  private final int charactersMax;
  private long read;

  RecordLimit(Reader text, int charactersMax) {
    super(text);
    this.charactersMax = charactersMax;
  }

  /// A new record begins. Some of it may be read ahead already.
  void restart() {
    read = 0;
  }

  @Override
  public int read() throws IOException {
    count(1);
    return super.read();
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    count(Math.max(0, count));
    return count;
  }

  private void count(int characters) throws IOException {
    read += characters;
    if (read > charactersMax) {
      throw new UnreadableFileException("The line is too long, or a quote in it is not closed.");
    }
  }
}
