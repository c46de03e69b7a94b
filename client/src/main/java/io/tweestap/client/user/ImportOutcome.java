package io.tweestap.client.user;

import io.tweestap.client.Problem;

/// What came of importing a file of users.
public sealed interface ImportOutcome {
  /// It was read to its end. Lines that failed are named in it and changed nothing.
  record Read(UserImport report) implements ImportOutcome {}

  /// Nothing of it was applied: all lines or none was wanted, or it is no such file.
  ///
  /// @param problem `invalid_file` or `import_refused`, with the lines that failed in `errors`
  record Refused(Problem problem) implements ImportOutcome {}
}
