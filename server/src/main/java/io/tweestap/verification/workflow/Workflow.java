package io.tweestap.verification.workflow;

import io.tweestap.shared.Channel;
import io.tweestap.verification.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The channels that codes of a verification go by, one after the other, while nobody types one.
///
/// @param steps in their order; empty where there is no workflow
/// @param nextAt when the first step that waits is due; empty when none does
public record Workflow(List<Step> steps, Optional<Instant> nextAt) {
  /// No workflow: a code is sent again only when somebody asks for it.
  public static final Workflow NONE = new Workflow(List.of(), Optional.empty());

  /// Most steps: as many as there are sends.
  public static final int STEPS_MAX = Verification.SENDS_MAX;

  /// Where a step is.
  public enum StepState {
    /// Its turn has not come yet.
    WAITING,
    /// Its code was sent.
    SENT,
    /// Nothing could be sent by it.
    SKIPPED,
    /// The verification was over before its turn came.
    CANCELED;

    /// As it stands in the API and the database: `waiting`.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// One channel.
  ///
  /// @param waitFor how long somebody may type its code before the next step; empty for the last
  /// @param at when it was sent or skipped
  /// @param reason why it was skipped, as the code of the problem that a resend would get
  public record Step(
      Channel channel,
      Optional<Duration> waitFor,
      StepState state,
      Optional<Instant> at,
      Optional<String> reason) {
    /// A step whose turn has not come.
    public static Step waiting(Channel channel, Optional<Duration> waitFor) {
      return new Step(channel, waitFor, StepState.WAITING, Optional.empty(), Optional.empty());
    }

    private Step became(StepState state, Optional<Instant> at, Optional<String> reason) {
      return new Step(channel, waitFor, state, at, reason);
    }
  }

  public Workflow {
    steps = List.copyOf(steps);
    if (steps.size() > STEPS_MAX) {
      throw new IllegalArgumentException("a workflow has at most 5 steps");
    }
  }

  /// The shortest wait after a step: that between sends, since a resend obeys it too.
  ///
  /// @param step counted from 0
  public static Duration shortestWait(int step) {
    return Verification.coolDown(step);
  }

  /// The steps as they are when the code of the first is sent.
  public static Workflow begun(List<Step> steps, Instant now) {
    return steps.isEmpty() ? NONE : new Workflow(steps, Optional.empty()).sent(0, now);
  }

  /// The step that is next, counted from 0; the number of steps when none is left.
  public int next() {
    int next = 0;
    while (next < steps.size() && steps.get(next).state() != StepState.WAITING) {
      next++;
    }
    return next;
  }

  Workflow sent(int step, Instant now) {
    Instant due = steps.get(step).waitFor().map(now::plus).orElse(now);
    return with(step, StepState.SENT, now, Optional.empty()).due(due);
  }

  /// The next one follows at once.
  Workflow skipped(int step, String reason, Instant now) {
    return with(step, StepState.SKIPPED, now, Optional.of(reason)).due(now);
  }

  /// As skipped, and so are the steps behind it: what stopped it would stop them.
  Workflow stopped(int step, String reason, Instant now) {
    return with(step, StepState.SKIPPED, now, Optional.of(reason)).over();
  }

  /// As it is once the verification is over.
  public Workflow over() {
    return new Workflow(
        steps.stream()
            .map(one ->
                one.state() == StepState.WAITING
                    ? one.became(StepState.CANCELED, Optional.empty(), Optional.empty())
                    : one)
            .toList(),
        Optional.empty());
  }

  private Workflow with(int step, StepState state, Instant at, Optional<String> reason) {
    List<Step> changed = new ArrayList<>(steps);
    changed.set(step, steps.get(step).became(state, Optional.of(at), reason));
    return new Workflow(changed, Optional.empty());
  }

  private Workflow due(Instant at) {
    return next() == steps.size() ? this : new Workflow(steps, Optional.of(at));
  }
}
