package io.tweestap.testkit.smsc;

import java.time.Duration;

/// What the SMSC does with one submitted message.
public sealed interface SmscAnswer {
  /// It takes the message under this id.
  static SmscAnswer taken(String id) {
    return new Says(0, id);
  }

  /// It refuses with a `command_status`.
  static SmscAnswer refused(int status) {
    return new Says(status, "");
  }

  /// The same, some time later.
  default SmscAnswer after(Duration delay) {
    return new Late(delay, this);
  }

  /// The same, with a `deliver_sm` just before it.
  default SmscAnswer afterDelivering(byte[] body) {
    return new AfterDelivery(body, this);
  }

  /// The same, and then the connection is cut.
  default SmscAnswer thenCut() {
    return new ThenCut(this);
  }

  /// A response with its status, and an id where it is 0.
  record Says(int status, String id) implements SmscAnswer {}

  /// Never any response.
  record Nothing() implements SmscAnswer {}

  /// The connection is cut without a word.
  record Cut() implements SmscAnswer {}

  /// These octets instead of a response, whatever they are.
  record Octets(byte[] octets) implements SmscAnswer {}

  /// A response to the right number with a body of one's own.
  record Body(int command, int status, byte[] body) implements SmscAnswer {}

  /// Another answer, later.
  record Late(Duration delay, SmscAnswer then) implements SmscAnswer {}

  /// Another answer, and the end of the connection.
  record ThenCut(SmscAnswer first) implements SmscAnswer {}

  /// Another answer, after a `deliver_sm` with this body.
  record AfterDelivery(byte[] body, SmscAnswer then) implements SmscAnswer {}
}
