package io.tweestap.verification.jdbc;

import io.tweestap.shared.Channel;
import io.tweestap.verification.workflow.Workflow.Step;
import io.tweestap.verification.workflow.Workflow.StepState;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A step of a workflow as it is kept.
record StepJson(
    String channel,
    @Nullable Long waitSeconds,
    String state,
    @Nullable String at,
    @Nullable String reason) {
  static StepJson of(Step step) {
    return new StepJson(
        step.channel().text(),
        step.waitFor().map(Duration::toSeconds).orElse(null),
        step.state().text(),
        step.at().map(Instant::toString).orElse(null),
        step.reason().orElse(null));
  }

  Step step() {
    return new Step(
        Channel.of(channel).orElseThrow(),
        Optional.ofNullable(waitSeconds).map(Duration::ofSeconds),
        StepState.valueOf(state.toUpperCase(Locale.ROOT)),
        Optional.ofNullable(at).map(Instant::parse),
        Optional.ofNullable(reason));
  }
}
