package io.tweestap.risk;

import io.tweestap.risk.jdbc.ApprovalRows;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/// Counts codes that were typed, a moment later and many at a time, so that no check waits for the
/// guard or fails with it. What a node has not written when it is killed is lost: at most a quarter
/// of a second's codes then count as never typed.
@Service
public class Approvals implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Approvals.class);
  private static final int WAITING_MAX = 50_000;
  private static final int BATCH_MAX = 1000;
  private static final long EVERY_MILLIS = 250;

  private final ApprovalRows rows;
  private final Clock clock;
  private final BlockingQueue<Approved> waiting = new LinkedBlockingQueue<>(WAITING_MAX);
  private volatile boolean running;
  private ScheduledExecutorService timer = timer();

  Approvals(ApprovalRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /// Takes note; never waits and never fails. When 50,000 wait already, as they do when the
  /// database is away for long, the rest is not counted.
  public void add(Collection<Approved> approved) {
    approved.forEach(waiting::offer);
  }

  /// Writes what waits.
  public synchronized void write() {
    List<Approved> batch = new ArrayList<>();
    while (waiting.drainTo(batch, BATCH_MAX) > 0) {
      try {
        rows.add(batch, clock.instant());
      } catch (RuntimeException e) {
        LOG.warn("codes that were typed cannot be counted yet: {}", e.getClass().getSimpleName());
        add(batch);
        return;
      }
      batch.clear();
    }
  }

  @Override
  public void start() {
    timer = timer();
    timer.scheduleWithFixedDelay(this::write, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    timer.shutdown();
    write();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private static ScheduledExecutorService timer() {
    return Executors.newSingleThreadScheduledExecutor(
        Thread.ofVirtual().name("approvals").factory());
  }
}
