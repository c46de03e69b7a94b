package io.tweestap.delivery.smpp;

import io.tweestap.delivery.Carrier;
import io.tweestap.delivery.FailureClass;
import io.tweestap.delivery.HandOver;
import io.tweestap.delivery.OutgoingMessage;
import io.tweestap.delivery.smpp.wire.Account;
import io.tweestap.delivery.smpp.wire.Receiver;
import io.tweestap.delivery.smpp.wire.Submission;
import io.tweestap.shared.Channel;
import io.tweestap.sms.SmsParts;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.dao.DataAccessException;

/// Hands messages to one operator over one link.
final class SmppCarrier implements Carrier, AutoCloseable {
  /// Well inside the time for which the outbox leaves a message to one node.
  private static final Duration WITHIN = Duration.ofSeconds(24);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
  private static final int PARALLEL_MAX = 500;

  private final LinkSettings settings;
  private final Link link;
  private final Pace pace;
  private final Statuses statuses;
  private final Addresses addresses;
  private final SubmissionWriter writer;
  private final AtomicInteger under = new AtomicInteger();
  private volatile boolean closing;

  SmppCarrier(
      LinkSettings settings,
      Account account,
      Receiver receiver,
      PaceRows paces,
      SecureRandom random,
      Clock clock) {
    this.settings = settings;
    this.link = Link.of(settings, account, receiver, random);
    this.pace = new Pace(paces, settings.name(), settings.rate());
    this.statuses = new Statuses(settings.errors());
    this.addresses = new Addresses(settings);
    this.writer = new SubmissionWriter(settings, clock);
  }

  /// Begins to bind; messages can be sent once an operator has agreed.
  void open() {
    link.start();
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public Set<Channel> channels() {
    return Set.of(Channel.SMS);
  }

  @Override
  public int rank() {
    return settings.rank();
  }

  /// Of what waits in here, the last would wait for half a second: a code that comes now is not
  /// held up by what was claimed before it.
  @Override
  public int parallelMax() {
    int windows = settings.binds() * settings.window();
    int halfASecond = Math.max(1, settings.rate() / 2);
    return Math.min(PARALLEL_MAX, Math.min(windows, halfASecond));
  }

  @Override
  public boolean isReady() {
    return isUp() && !pace.isPaused();
  }

  @Override
  public boolean givesReceipts() {
    return settings.receipts();
  }

  @Override
  public boolean isUp() {
    return !closing && link.isOpen();
  }

  @Override
  public HandOver send(OutgoingMessage message) {
    Optional<Submission.Address> to = addresses.destination(message.recipient());
    if (to.isEmpty()) {
      return new HandOver.Failed(FailureClass.REJECTED, "the recipient is not a number");
    }
    SmsParts parts = SmsParts.of(message.text(), settings.dialect());
    if (parts.count() > HandOver.Accepted.PARTS_MAX) {
      return new HandOver.Failed(FailureClass.REJECTED, "the text is too long for one message");
    }
    try {
      return send(writer.write(message, to.get(), parts), parts.count());
    } catch (DataAccessException e) {
      return new HandOver.Failed(FailureClass.RETRY, "the link's rate could not be asked for");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new HandOver.Failed(FailureClass.RETRY, "the program is ending");
    }
  }

  private HandOver send(List<Submission> submissions, int count) throws InterruptedException {
    long latest = System.nanoTime() + WITHIN.minus(settings.answerWithin()).toNanos();
    under.incrementAndGet();
    try {
      Optional<Link.Seat> seat = closing ? Optional.empty() : link.seat(latest);
      if (seat.isEmpty()) {
        return isUp()
            ? new HandOver.Failed(FailureClass.RETRY, "the link's windows are full")
            : new HandOver.Failed(FailureClass.UNAVAILABLE, "the link is down");
      }
      try (Link.Seat taken = seat.get()) {
        return new Sending(pace, statuses, submissions, latest).over(taken, count);
      }
    } finally {
      under.decrementAndGet();
    }
  }

  @Override
  public OptionalInt connections() {
    return OptionalInt.of(link.open());
  }

  /// How many connections that send are bound.
  int openBinds() {
    return link.open();
  }

  /// Begins nothing more, lets what is under way end, and unbinds.
  @Override
  public void close() {
    closing = true;
    long latest = System.nanoTime() + WITHIN.toNanos();
    try {
      while (under.get() > 0 && pace.await(System.nanoTime() + LOOK_AGAIN.toNanos(), latest)) {}
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    pace.end();
    link.stop();
  }

  @Override
  public String toString() {
    return "SmppCarrier[" + settings + "]";
  }
}
