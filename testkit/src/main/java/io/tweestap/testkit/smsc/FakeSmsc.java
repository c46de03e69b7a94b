package io.tweestap.testkit.smsc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import javax.net.ServerSocketFactory;

/// An SMSC on a port of loopback. It takes every bind and every message unless told otherwise.
public final class FakeSmsc implements AutoCloseable {
  private final ServerSocket server;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final SmscRecord record = new SmscRecord();
  private final List<SmscSession> sessions = new CopyOnWriteArrayList<>();
  private volatile ToIntFunction<BindRequest> binding = _ -> 0;
  private volatile Function<SubmitSm, SmscAnswer> answering =
      message -> SmscAnswer.taken("id-" + message.number());
  private volatile boolean enquireAnswered = true;
  private volatile boolean deaf;
  private int turn;

  /// Listens on a free port, without TLS.
  public FakeSmsc() {
    this(ServerSocketFactory.getDefault());
  }

  /// Listens on a free port.
  public FakeSmsc(ServerSocketFactory sockets) {
    try {
      this.server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("smsc").start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  /// What becomes of each message from now on.
  public FakeSmsc answering(Function<SubmitSm, SmscAnswer> rule) {
    this.answering = rule;
    return this;
  }

  /// The `command_status` of each bind from now on.
  public FakeSmsc binding(ToIntFunction<BindRequest> rule) {
    this.binding = rule;
    return this;
  }

  /// Whether `enquire_link` is answered.
  public FakeSmsc answeringEnquireLink(boolean answered) {
    this.enquireAnswered = answered;
    return this;
  }

  /// Counts only, for measurements.
  public FakeSmsc recordingNothing() {
    record.stop();
    return this;
  }

  /// While deaf it reads nothing more from any connection.
  public void deaf(boolean now) {
    this.deaf = now;
  }

  /// All units that came in, in their order.
  public List<Pdu> received() {
    return record.received();
  }

  /// All messages that came in, in their order.
  public List<SubmitSm> submitted() {
    return record.submitted();
  }

  /// How many messages came in.
  public int submissions() {
    return record.submissions();
  }

  /// The most messages that waited for their answer at once.
  public int openMost() {
    return record.openMost();
  }

  /// How many connections are bound.
  public int bound() {
    return (int) sessions.stream().filter(SmscSession::isBound).count();
  }

  /// How many connections there have been.
  public int connections() {
    return sessions.size();
  }

  /// Delivers over the connections that are bound to receive, in turns; waits for the response.
  public Pdu deliver(Delivery delivery) throws Exception {
    return receiver().ask(Pdu.DELIVER_SM, delivery.bytes(), Duration.ofSeconds(10));
  }

  /// Asks anything over a connection that is bound to receive.
  public Pdu ask(int command, byte[] body) throws Exception {
    return receiver().ask(command, body, Duration.ofSeconds(10));
  }

  /// Writes octets to every connection, whatever they are.
  public void write(byte[] octets) {
    sessions.forEach(session -> session.write(octets));
  }

  public void cut() {
    sessions.forEach(SmscSession::cut);
  }

  /// Waits, 20 seconds at most.
  public static void await(String what, BooleanSupplier holds) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new TimeoutException("waited in vain for: " + what);
      }
      Thread.sleep(5);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
    timer.shutdownNow();
  }

  private SmscSession receiver() {
    List<SmscSession> all = sessions.stream().filter(SmscSession::receives).toList();
    return all.get(turn++ % all.size());
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        SmscSession session = new SmscSession(this, socket, sessions.size());
        sessions.add(session);
        Thread.ofVirtual().name("smsc-session").start(session::run);
      }
    } catch (IOException _) {
      // Closed.
    }
  }

  SmscRecord record() {
    return record;
  }

  SmscAnswer answerTo(SubmitSm message) {
    return answering.apply(message);
  }

  int bindStatus(BindRequest request) {
    return binding.applyAsInt(request);
  }

  boolean answersEnquireLink() {
    return enquireAnswered;
  }

  void later(Duration delay, Runnable work) {
    timer.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  void waitWhileDeaf() throws IOException {
    while (deaf) {
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }
}
