package io.tweestap.shared;

/// The program cannot start, or a command cannot do its work, for a reason that its operator can
/// remove. Whoever catches it prints the message, one sentence without a stack trace, and ends the
/// program with the exit code.
public final class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  /// @param sentence what is wrong and what to do about it; holds no secret
  /// @param exitCode 1 to 125
  public StartFailure(String sentence, int exitCode) {
    super(sentence);
    if (exitCode < 1 || exitCode > 125) {
      throw new IllegalArgumentException("an exit code is 1 to 125");
    }
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }
}
