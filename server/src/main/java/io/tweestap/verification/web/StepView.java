package io.tweestap.verification.web;

import io.tweestap.verification.Verification;
import io.tweestap.verification.workflow.Workflow;
import io.tweestap.verification.workflow.Workflow.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One step of a workflow in an answer.
record StepView(
    String channel,
    @Nullable Long waitSeconds,
    String state,
    @Nullable Instant at,
    @Nullable String reason) {
  /// Null where there is no workflow.
  static @Nullable List<StepView> of(Verification verification) {
    Workflow workflow =
        verification.finishedAt().isPresent()
            ? verification.workflow().over()
            : verification.workflow();
    if (workflow.steps().isEmpty()) {
      return null;
    }
    List<StepView> views = new ArrayList<>();
    for (Step step : workflow.steps()) {
      @Nullable Instant due =
          views.size() == workflow.next() ? workflow.nextAt().orElse(null) : null;
      views.add(
          new StepView(
              step.channel().text(),
              step.waitFor().map(Duration::toSeconds).orElse(null),
              step.state().text(),
              step.at().orElse(due),
              step.reason().orElse(null)));
    }
    return views;
  }
}
