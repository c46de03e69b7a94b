package io.tweestap.delivery.web;

import io.tweestap.delivery.MessageState;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import java.util.Map;

/// What goes wrong with a message that is there no more, or not as it would have to be.
final class RecallProblems {
  private RecallProblems() {}

  static Problem notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no message with this id.");
  }

  static Problem noBatch() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no batch with this id.");
  }

  /// @param state queued means that a carrier is being offered it right now
  static Problem tooLate(MessageState state) {
    return Problem.of(
        ProblemCode.NOT_CANCELABLE,
        state == MessageState.QUEUED
            ? "The message is being handed to a carrier. Read it again in a moment."
            : "The message is " + state.text() + " and cannot be withdrawn.",
        Map.of("state", state.text()));
  }

  static Problem notByClient() {
    return Problem.of(
        ProblemCode.NOT_CANCELABLE,
        "This message was caused by something else. Withdraw that: cancel its verification.");
  }

  static Problem tooEarly() {
    return Problem.of(
        ProblemCode.NOT_FINISHED,
        "The message waits to be sent and needs its recipient. Cancel it first, or wait.");
  }
}
