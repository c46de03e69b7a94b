package io.tweestap.delivery.smpp.wire;

/// What became of one `submit_sm`.
public sealed interface Submitted {
  /// The operator has it.
  ///
  /// @param id the operator's; empty when it gave none
  record Taken(String id) implements Submitted {}

  /// The operator said no.
  ///
  /// @param status `command_status` of its response, or of its `generic_nack`
  record Refused(int status) implements Submitted {}

  /// It was not sent: the session had ended.
  record NotSent() implements Submitted {}

  /// It was sent, or may have been, and no answer came.
  record NoAnswer() implements Submitted {}
}
