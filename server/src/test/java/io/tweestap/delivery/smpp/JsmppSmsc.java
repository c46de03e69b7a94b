package io.tweestap.delivery.smpp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.ServerResponseDeliveryAdapter;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jsmpp.util.MessageId;

/// The SMSC that the library jsmpp brings along: one thread takes messages, some may stand in its
/// queue, and whoever sends more hears 0x58 from the library itself.
final class JsmppSmsc implements AutoCloseable {
  private static final long BIND_WITHIN_MILLIS = 5_000;

  private final ServerSocket server;
  private final int queue;
  private final long millisEach;
  private final List<SMPPServerSession> sessions = Collections.synchronizedList(new ArrayList<>());
  private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
  private final List<Long> throttled = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch ended = new CountDownLatch(1);

  /// @param queue how many may wait
  /// @param millisEach how long it takes for one message
  JsmppSmsc(int queue, long millisEach) throws IOException {
    this.queue = queue;
    this.millisEach = millisEach;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("jsmpp-smsc").start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /// The texts that it took, in their order.
  List<String> taken() {
    return List.copyOf(taken);
  }

  /// When it refused because it had too much to do, by `System.nanoTime()`.
  List<Long> throttled() {
    return List.copyOf(throttled);
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        SMPPServerSession session =
            new SMPPServerSession(
                new SocketConnection(socket),
                (_, _, _) -> {},
                listener(),
                new ServerResponseDeliveryAdapter() {},
                1,
                queue,
                new NotingThrottles(),
                new DefaultPDUReader());
        sessions.add(session);
        session.waitForBind(BIND_WITHIN_MILLIS).accept("jsmpp");
      }
    } catch (IOException | TimeoutException | PDUException _) {
      // Closed, or nobody bound.
    }
  }

  private ServerMessageReceiverListener listener() {
    return (ServerMessageReceiverListener)
        Proxy.newProxyInstance(
            JsmppSmsc.class.getClassLoader(),
            new Class<?>[] {ServerMessageReceiverListener.class},
            (_, asked, values) -> onlySubmissions(asked, values));
  }

  private Object onlySubmissions(Method asked, Object[] values) throws Exception {
    if (!asked.getName().equals("onAcceptSubmitSm")) {
      throw new UnsupportedOperationException(asked.getName());
    }
    ended.await(millisEach, TimeUnit.MILLISECONDS);
    taken.add(new String(((SubmitSm) values[0]).getShortMessage(), ISO_8859_1));
    return new SubmitSmResult(new MessageId("j" + taken.size()), new OptionalParameter[0]);
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      server.close();
    } catch (IOException _) {
      // It is gone either way.
    }
    sessions.forEach(SMPPServerSession::close);
  }

  private final class NotingThrottles extends SynchronizedPDUSender {
    @Override
    public byte[] sendHeader(OutputStream out, int command, int status, int sequence)
        throws IOException {
      if (status == SMPPConstant.STAT_ESME_RTHROTTLED) {
        throttled.add(System.nanoTime());
      }
      return super.sendHeader(out, command, status, sequence);
    }
  }
}
