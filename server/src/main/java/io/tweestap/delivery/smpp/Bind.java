package io.tweestap.delivery.smpp;

import io.tweestap.delivery.smpp.wire.Account;
import io.tweestap.delivery.smpp.wire.BindRefusedException;
import io.tweestap.delivery.smpp.wire.Direction;
import io.tweestap.delivery.smpp.wire.Receiver;
import io.tweestap.delivery.smpp.wire.SmscSession;
import io.tweestap.delivery.smpp.wire.Submission;
import io.tweestap.delivery.smpp.wire.Submitted;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One place at an operator that is kept bound: a session that ends is followed by another, after a
/// while that grows with each failure.
final class Bind {
  private static final Logger LOG = LoggerFactory.getLogger(Bind.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /// Already bound: the operator has not noticed yet that our last session is gone.
  private static final int ALREADY_BOUND = 0x05;

  private static final Duration OLD_SESSION = Duration.ofSeconds(5);

  private final String link;
  private final Account account;
  private final Direction direction;
  private final Receiver receiver;
  private final SecureRandom random;
  private final Semaphore window;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable SmscSession session;
  private volatile @Nullable Thread keeper;
  private int failures;

  Bind(
      String link,
      Account account,
      Direction direction,
      Receiver receiver,
      SecureRandom random,
      int window) {
    this.link = link;
    this.account = account;
    this.direction = direction;
    this.receiver = receiver;
    this.random = random;
    this.window = new Semaphore(window);
  }

  void start() {
    keeper = Thread.ofVirtual().name("smpp-" + link).start(this::keep);
  }

  boolean isOpen() {
    SmscSession now = session;
    return now != null && now.isOpen();
  }

  boolean sends() {
    return direction.sends();
  }

  /// Places in the window that are free now.
  int free() {
    return window.availablePermits();
  }

  boolean takePlace(Duration atMost) throws InterruptedException {
    return window.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  void givePlaceBack() {
    window.release();
  }

  /// Submits over the session of this moment. Whoever calls has a place.
  Submitted submit(Submission part) {
    SmscSession now = session;
    return now == null ? new Submitted.NotSent() : now.submit(part);
  }

  /// Says goodbye; comes back once the session is closed.
  void stop() {
    stopped.countDown();
    Thread running = keeper;
    if (running != null) {
      try {
        running.join(account.answerWithin().plus(LOOK.multipliedBy(5)));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void keep() {
    try {
      while (stopped.getCount() > 0) {
        Duration wait = bindOnce();
        stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// One session from its bind to its end.
  ///
  /// @return how long to wait before the next
  private Duration bindOnce() throws InterruptedException {
    try (SmscSession opened = SmscSession.open(account, direction, receiver)) {
      LOG.info("link {} is bound as {}", link, direction);
      failures = 0;
      session = opened;
      watch(opened);
      return afterFailure();
    } catch (BindRefusedException e) {
      LOG.warn("link {}: {}", link, e.getMessage());
      Duration wait = afterFailure();
      return e.status() == ALREADY_BOUND && wait.compareTo(OLD_SESSION) < 0 ? OLD_SESSION : wait;
    } catch (IOException e) {
      LOG.warn("link {} could not bind: {}", link, e.getClass().getSimpleName());
      return afterFailure();
    } finally {
      session = null;
    }
  }

  private void watch(SmscSession opened) throws InterruptedException {
    while (!opened.awaitEnd(LOOK)) {
      opened.endIfStuck();
      if (stopped.getCount() == 0) {
        session = null;
        opened.unbind();
        return;
      }
    }
    LOG.warn("link {} lost its session", link);
  }

  /// 1, 2, 4 ... seconds, a minute at most, each up to a quarter longer by chance.
  private Duration afterFailure() {
    Duration plain = Duration.ofSeconds(1L << Math.min(failures, 10));
    failures++;
    Duration wait = plain.compareTo(LONGEST) < 0 ? plain : LONGEST;
    return wait.plusMillis((long) (wait.toMillis() * 0.25 * random.nextDouble()));
  }
}
