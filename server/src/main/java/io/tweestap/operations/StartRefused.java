package io.tweestap.operations;

/// The program cannot start, for a cause that is known. Whoever started it sees the one sentence on
/// stderr, which says what to do, and gets the exit code; never a stack trace.
///
/// The sentence is shown as it is: no password, key or code may stand in it.
public class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  public StartRefused(ExitCode exitCode, String sentence) {
    super(sentence);
    this.exitCode = exitCode;
  }

  public StartRefused(ExitCode exitCode, String sentence, Throwable cause) {
    super(sentence, cause);
    this.exitCode = exitCode;
  }

  /// What the process answers to its caller.
  public ExitCode exitCode() {
    return exitCode;
  }

  /// What happened and what to do about it, in one sentence.
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
