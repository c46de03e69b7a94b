package io.tweestap.delivery.receipt;

import io.tweestap.delivery.jdbc.PollRows;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Asks carriers that do not report by themselves: each part 10 seconds after it was taken, then
/// after 20, 40, 80 ... seconds, twelve times within half a day at most, and no more once its state
/// is final. At most [#BATCH] questions run at once on a node; a part is asked about by one node.
@Component
public class PollReceipts implements SmartLifecycle {
  /// The first wait; each further one is twice as long.
  public static final Duration FIRST = Duration.ofSeconds(10);

  /// After so many questions the part stays as it is.
  static final int POLLS_MAX = 12;

  static final int BATCH = 16;

  private static final Logger LOG = LoggerFactory.getLogger(PollReceipts.class);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  private final List<ReceiptInquiry> inquiries;
  private final PollRows rows;
  private final Receipts receipts;
  private final Clock clock;
  private final List<Thread> threads = new ArrayList<>();
  private volatile CountDownLatch stopped = new CountDownLatch(0);

  PollReceipts(
      ObjectProvider<ReceiptInquiry> inquiries, PollRows rows, Receipts receipts, Clock clock) {
    this.inquiries = inquiries.orderedStream().toList();
    this.rows = rows;
    this.receipts = receipts;
    this.clock = clock;
  }

  @Override
  public void start() {
    stopped = new CountDownLatch(1);
    for (ReceiptInquiry inquiry : inquiries) {
      threads.add(Thread.ofVirtual().name("poll-" + inquiry.carrier()).start(() -> run(inquiry)));
    }
  }

  @Override
  public void stop() {
    stopped.countDown();
    threads.forEach(Thread::interrupt);
    threads.clear();
  }

  @Override
  public boolean isRunning() {
    return stopped.getCount() > 0;
  }

  private void run(ReceiptInquiry inquiry) {
    try {
      do {
        while (isRunning() && askSome(inquiry) == BATCH) {
          // There is more.
        }
      } while (!stopped.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private int askSome(ReceiptInquiry inquiry) throws InterruptedException {
    try {
      return ask(inquiry);
    } catch (RuntimeException e) {
      LOG.warn("could not poll receipts of {}: {}", inquiry.carrier(), e.getClass().getName());
      return 0;
    }
  }

  /// Asks about the parts that are due, at most [#BATCH]; returns how many.
  int ask(ReceiptInquiry inquiry) throws InterruptedException {
    List<String> due = rows.claim(inquiry.carrier(), clock.instant(), FIRST, POLLS_MAX, BATCH);
    if (!due.isEmpty()) {
      receipts.report(answers(inquiry, due), inquiry.forms());
    }
    return due.size();
  }

  private static List<CarrierReceipt> answers(ReceiptInquiry inquiry, List<String> ids)
      throws InterruptedException {
    List<CarrierReceipt> told = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Optional<CarrierReceipt>>> questions = new ArrayList<>();
      ids.forEach(id -> questions.add(() -> inquiry.ask(id)));
      for (Future<Optional<CarrierReceipt>> answer : threads.invokeAll(questions)) {
        answered(inquiry, answer).ifPresent(told::add);
      }
    }
    return told;
  }

  private static Optional<CarrierReceipt> answered(
      ReceiptInquiry inquiry, Future<Optional<CarrierReceipt>> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      LOG.warn("a question to {} failed: {}", inquiry.carrier(), cause.getClass().getName());
      return Optional.empty();
    }
  }
}
