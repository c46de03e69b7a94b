package io.tweestap.testkit.smsc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// One connection of the SMSC.
final class SmscSession {
  private final FakeSmsc smsc;
  private final Socket socket;
  private final int number;
  private final OutputStream out;
  private final AtomicInteger sequence = new AtomicInteger();
  private final Map<Integer, CompletableFuture<Pdu>> asked = new ConcurrentHashMap<>();
  private volatile @Nullable BindRequest bound;

  SmscSession(FakeSmsc smsc, Socket socket, int number) throws IOException {
    this.smsc = smsc;
    this.socket = socket;
    this.number = number;
    this.out = socket.getOutputStream();
  }

  /// Reads until the end.
  void run() {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(socket.getInputStream()))) {
      while (true) {
        Pdu pdu = Pdu.read(in);
        smsc.record().got(pdu);
        smsc.waitWhileDeaf();
        take(pdu);
      }
    } catch (IOException _) {
      cut();
    }
  }

  boolean isBound() {
    return bound != null && !socket.isClosed();
  }

  /// Whether messages can be delivered over it.
  boolean receives() {
    BindRequest as = bound;
    return as != null && !socket.isClosed() && as.command() != Pdu.BIND_TRANSMITTER;
  }

  void cut() {
    try {
      socket.close();
    } catch (IOException _) {
      // It is gone either way.
    }
  }

  /// Asks and waits for the response.
  Pdu ask(int command, byte[] body, Duration atMost) throws Exception {
    int mine = sequence.incrementAndGet();
    CompletableFuture<Pdu> answer = new CompletableFuture<>();
    asked.put(mine, answer);
    write(new Pdu(command, 0, mine, body).bytes());
    try {
      return answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      throw new TimeoutException("no response to %08x in time".formatted(command));
    } finally {
      asked.remove(mine);
    }
  }

  /// Octets as they are; errors of the connection are the reader's business.
  void write(byte[] octets) {
    synchronized (out) {
      try {
        out.write(octets);
        out.flush();
      } catch (IOException _) {
        cut();
      }
    }
  }

  private void take(Pdu pdu) {
    if (pdu.isResponse()) {
      CompletableFuture<Pdu> waiting = asked.remove(pdu.sequence());
      if (waiting != null) {
        waiting.complete(pdu);
      }
    } else if (pdu.isBind()) {
      bind(pdu);
    } else if (pdu.command() == Pdu.SUBMIT_SM) {
      SubmitSm message = smsc.record().submitted(pdu, number);
      react(pdu, smsc.answerTo(message));
    } else if (pdu.command() == Pdu.ENQUIRE_LINK) {
      if (smsc.answersEnquireLink()) {
        write(pdu.answer(0, new byte[0]).bytes());
      }
    } else if (pdu.command() == Pdu.UNBIND) {
      write(pdu.answer(0, new byte[0]).bytes());
      cut();
    } else {
      write(new Pdu(Pdu.GENERIC_NACK, 0x03, pdu.sequence(), new byte[0]).bytes());
    }
  }

  private void bind(Pdu pdu) {
    BindRequest request = BindRequest.of(pdu);
    int status = smsc.bindStatus(request);
    byte[] body = status == 0 ? text("fake") : new byte[0];
    if (status == 0) {
      bound = request;
    }
    write(pdu.answer(status, body).bytes());
  }

  private void react(Pdu pdu, SmscAnswer answer) {
    switch (answer) {
      case SmscAnswer.Says(int status, String id) -> {
        smsc.record().answered();
        write(pdu.answer(status, status == 0 ? text(id) : new byte[0]).bytes());
      }
      case SmscAnswer.Nothing() -> {}
      case SmscAnswer.Cut() -> cut();
      case SmscAnswer.Octets(byte[] octets) -> write(octets);
      case SmscAnswer.Body(int command, int status, byte[] body) ->
          write(new Pdu(command, status, pdu.sequence(), body).bytes());
      case SmscAnswer.Late(Duration delay, SmscAnswer then) ->
          smsc.later(delay, () -> react(pdu, then));
      case SmscAnswer.ThenCut(SmscAnswer first) -> {
        react(pdu, first);
        cut();
      }
      case SmscAnswer.AfterDelivery(byte[] body, SmscAnswer then) -> {
        write(new Pdu(Pdu.DELIVER_SM, 0, sequence.incrementAndGet(), body).bytes());
        react(pdu, then);
      }
    }
  }

  private static byte[] text(String text) {
    return (text + "\0").getBytes(ISO_8859_1);
  }
}
