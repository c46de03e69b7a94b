package io.tweestap.verification.web;

import io.tweestap.shared.Channel;
import io.tweestap.shared.web.Fields;
import io.tweestap.verification.workflow.Workflow;
import io.tweestap.verification.workflow.Workflow.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One step of the field `workflow`.
record StepBody(@Nullable String channel, @Nullable Integer waitSeconds) {
  /// The first of as many steps as there may be; null where nothing stands in its place.
  static @Nullable StepBody first(List<@Nullable StepBody> steps) {
    if (steps.isEmpty() || steps.size() > Workflow.STEPS_MAX) {
      throw Fields.invalid("workflow", "must have 1 to " + Workflow.STEPS_MAX + " steps");
    }
    return steps.getFirst();
  }

  /// The steps in their order.
  ///
  /// @param life of the code
  static List<Step> read(List<@Nullable StepBody> steps, Duration life) {
    List<Step> read = new ArrayList<>();
    for (StepBody step : steps) {
      String field = field(read.size());
      boolean last = read.size() + 1 == steps.size();
      StepBody given = Fields.required(field, step);
      String named = channelField(read.size());
      Channel channel = ChannelField.read(named, Fields.required(named, given.channel));
      read.add(
          Step.waiting(
              channel, last ? given.none(field) : given.waitFor(field, read.size(), life)));
    }
    return read;
  }

  /// The channel of a step, counted from 0, as problems name it.
  static String channelField(int step) {
    return field(step) + ".channel";
  }

  private static String field(int step) {
    return "workflow[" + step + "]";
  }

  private Optional<Duration> none(String field) {
    if (waitSeconds != null) {
      throw Fields.invalid(
          field + ".wait_seconds", "has no use in the last step: nothing follows it");
    }
    return Optional.empty();
  }

  private Optional<Duration> waitFor(String field, int step, Duration life) {
    long seconds = Fields.required(field + ".wait_seconds", waitSeconds);
    long shortest = Workflow.shortestWait(step).toSeconds();
    if (seconds < shortest || seconds >= life.toSeconds()) {
      throw Fields.invalid(
          field + ".wait_seconds",
          "must be a number of seconds from "
              + shortest
              + ", the wait between sends, to less than "
              + life.toSeconds()
              + ", the life of the code");
    }
    return Optional.of(Duration.ofSeconds(seconds));
  }
}
