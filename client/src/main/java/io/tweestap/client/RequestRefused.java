package io.tweestap.client;

/// The server understood, and said no: wrong credentials, a missing scope, a field that is not
/// right, a thing that does not exist. Nothing was changed. To ask again does not help.
public final class RequestRefused extends TweestapException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  /// @param problem what the server said
  public RequestRefused(Problem problem) {
    super(problem.status() + " " + problem.code() + ": " + problem.detail(), null);
    this.problem = problem;
  }

  /// What the server said.
  public Problem problem() {
    return problem;
  }

  /// Its stable code, such as `not_found`.
  public String code() {
    return problem.code();
  }
}
