package io.tweestap.verification.workflow;

import io.tweestap.operations.Watch;
import org.springframework.stereotype.Component;

/// Has workflow steps taken when their turn has come.
@Component
class WorkflowWatch extends Watch {
  WorkflowWatch(WorkflowSteps steps) {
    super("workflow steps", steps::run);
  }
}
