package io.tweestap.client.verification;

import io.tweestap.client.Channel;
import io.tweestap.client.http.Body;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One channel of a workflow.
public final class NewWorkflowStep extends Body<NewWorkflowStep> {
  private NewWorkflowStep(Map<String, @Nullable Object> fields) {
    super(fields, NewWorkflowStep::new);
  }

  /// With another behind it.
  ///
  /// @param channel how the code gets there. All steps go to the same address.
  /// @param wait how long somebody may type the code before the next step: at least the wait
  ///   between sends (30 seconds after the first, 60 after the second, then 120) and less than the
  ///   life of the code
  public static NewWorkflowStep of(Channel channel, Duration wait) {
    return last(channel).with("wait_seconds", wait);
  }

  /// The last one.
  ///
  /// @param channel how the code gets there
  public static NewWorkflowStep last(Channel channel) {
    return new NewWorkflowStep(Map.of()).with("channel", channel);
  }
}
