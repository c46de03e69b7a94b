package io.tweestap.embedded;

import java.io.IOException;

/// A file is no backup, or not a whole one.
final class DamagedBackup extends IOException {
  private static final long serialVersionUID = 1L;

  /// @param why half a sentence
  DamagedBackup(String why) {
    super(why);
  }
}
