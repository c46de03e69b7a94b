package io.tweestap.bench;

import io.tweestap.testkit.smsc.FakeSmsc;

/// How a server is told of the one link that it has to a counting SMSC.
final class SmscLink {
  static final String USER = "tweestap";
  static final String PASSWORD = "secret08";

  private static final String PREFIX = "--tweestap.carrier.smpp.";

  private SmscLink() {}

  /// Settings of a server.
  ///
  /// @param window how many messages may wait for their answer
  /// @param rate parts in a second
  /// @param answerWithinSeconds how long an answer may take
  static String[] settings(FakeSmsc smsc, int window, int rate, int answerWithinSeconds) {
    return new String[] {
      PREFIX + "host=localhost",
      PREFIX + "port=" + smsc.port(),
      PREFIX + "tls=false",
      PREFIX + "system-id=" + USER,
      PREFIX + "password=" + PASSWORD,
      PREFIX + "window=" + window,
      PREFIX + "rate=" + rate,
      PREFIX + "answer-within=" + answerWithinSeconds + "s"
    };
  }
}
