/// The channels that a code goes by, one after the other, while nobody types it. [WorkflowSteps]
/// takes each step when its turn has come.
@NullMarked
package io.tweestap.verification.workflow;

import org.jspecify.annotations.NullMarked;
