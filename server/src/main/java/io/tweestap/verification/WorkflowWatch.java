package io.tweestap.verification;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks twice a second for workflow steps whose turn has come.
@Component
class WorkflowWatch implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(WorkflowWatch.class);
  private static final Duration LOOK = Duration.ofMillis(500);

  private final WorkflowSteps steps;
  private volatile CountDownLatch stopped = new CountDownLatch(0);

  WorkflowWatch(WorkflowSteps steps) {
    this.steps = steps;
  }

  @Override
  public void start() {
    CountDownLatch end = new CountDownLatch(1);
    stopped = end;
    Thread.ofVirtual().name("workflow-steps").start(() -> keep(end));
  }

  /// Begins with nothing more. A step that is broken off here is taken again when its lease ends.
  @Override
  public void stop() {
    stopped.countDown();
  }

  @Override
  public boolean isRunning() {
    return stopped.getCount() > 0;
  }

  private void keep(CountDownLatch end) {
    try {
      while (!end.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      steps.run();
    } catch (RuntimeException e) {
      LOG.warn("workflow steps could not be looked up: {}", e.getClass().getName());
    }
  }
}
