package io.tweestap.login;

/// How far a login has come.
///
/// @param addressProven whether the code to an address, or that of the staff, was right
/// @param factorProven whether an answer was right
/// @param enrolled whether a factor was set up in this login
public record Progress(boolean addressProven, boolean factorProven, boolean enrolled) {
  /// A login that has just begun.
  public static final Progress NONE = new Progress(false, false, false);

  Progress withFactor() {
    return new Progress(addressProven, true, enrolled);
  }

  public Progress withAddress() {
    return new Progress(true, factorProven, enrolled);
  }

  Progress withEnrollment() {
    return new Progress(addressProven, factorProven, true);
  }
}
