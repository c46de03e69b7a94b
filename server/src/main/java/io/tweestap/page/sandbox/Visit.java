package io.tweestap.page.sandbox;

import java.time.Instant;

/// How far a visitor has come. It travels in a cookie; the server keeps nothing.
///
/// @param id of the verification, empty before a code was sent
/// @param sentAt when the newest code was asked for
/// @param said the API's last answer
record Visit(String id, Wish wish, Instant sentAt, Said said) {
  static Visit fresh(Wish wish) {
    return new Visit("", wish, Instant.EPOCH, Said.NOTHING);
  }

  boolean hasStarted() {
    return !id.isEmpty();
  }

  Visit with(Said answer) {
    return new Visit(id, wish, sentAt, answer);
  }

  /// What the visitor did.
  enum Step {
    NOTHING,
    START,
    CHECK,
    RESEND
  }

  /// What came of the last step.
  ///
  /// @param code of the problem, empty when all went well
  /// @param detail the API's own sentence
  /// @param checksLeft -1 when unknown
  /// @param retrySeconds -1 when the API did not say
  /// @param typed the code that was checked; a spent or wrong one
  record Said(
      Step step, String code, String detail, int checksLeft, int retrySeconds, String typed) {
    static final Said NOTHING = new Said(Step.NOTHING, "", "", -1, -1, "");

    static Said good(Step step, String typed) {
      return new Said(step, "", "", -1, -1, typed);
    }

    static Said bad(Step step, ApiAnswer.Refused no, String typed) {
      return new Said(step, no.code(), no.detail(), no.checksLeft(), no.retrySeconds(), typed);
    }

    /// When the API was silent.
    static Said silent(Step step) {
      return new Said(step, "silent", "", -1, -1, "");
    }

    /// Public, because the template asks.
    public boolean wentWell() {
      return code.isEmpty();
    }

    @Override
    public String toString() {
      return "Said[" + step + ", " + code + "]";
    }
  }
}
