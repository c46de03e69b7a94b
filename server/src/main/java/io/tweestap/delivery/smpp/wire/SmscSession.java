package io.tweestap.delivery.smpp.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jsmpp.GenericNackResponseException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;

/// One bound session with an SMSC, from its bind to its end. It does not come back: whoever wants
/// another opens another.
public final class SmscSession implements AutoCloseable {
  private static final Duration STUCK = Duration.ofSeconds(5);
  private static final int PROCESSORS = 4;
  private static final int QUEUE = 2_000;

  private final SMPPSession session;
  private final Account account;
  private final Waiters waiters = new Waiters();
  private final CountDownLatch ended = new CountDownLatch(1);

  private SmscSession(Account account, Receiver receiver) {
    this.account = account;
    LateAnswers sender = new LateAnswers();
    Sockets sockets = new Sockets(account.tls());
    this.session = new SMPPSession(sender, new BoundedReader(), sockets);
    session.setTransactionTimer(account.answerWithin().toMillis());
    session.setEnquireLinkTimer((int) account.enquireEvery().toMillis());
    session.setPduProcessorDegree(PROCESSORS);
    session.setQueueCapacity(QUEUE);
    session.setMessageReceiverListener(new Deliveries(session, sender, receiver));
    session.addSessionStateListener((now, _, _) -> {
      if (now == SessionState.CLOSED || now == SessionState.UNBOUND) {
        ended.countDown();
        waiters.wakeAll();
      }
    });
  }

  /// Connects and binds, within the account's time.
  ///
  /// @throws BindRefusedException when the operator says no
  /// @throws IOException when the operator cannot be reached or does not answer
  public static SmscSession open(Account account, Direction direction, Receiver receiver)
      throws IOException {
    SmscSession opened = new SmscSession(account, receiver);
    try {
      opened.bind(direction);
      return opened;
    } catch (IOException e) {
      opened.close();
      throw e.getCause() instanceof NegativeResponseException refused
          ? new BindRefusedException(refused.getCommandStatus())
          : e;
    } catch (RuntimeException e) {
      opened.close();
      throw new IOException("the bind was answered with nonsense", e);
    }
  }

  private void bind(Direction direction) throws IOException {
    BindParameter as =
        new BindParameter(
            direction.type(),
            account.systemId(),
            account.password(),
            account.systemType(),
            TypeOfNumber.UNKNOWN,
            NumberingPlanIndicator.UNKNOWN,
            null);
    session.connectAndBind(account.host(), account.port(), as, account.answerWithin().toMillis());
  }

  /// Whether messages can go out over it now.
  public boolean isOpen() {
    return session.getSessionState().isBound();
  }

  /// Waits for the end of the session.
  ///
  /// @return whether it has ended
  public boolean awaitEnd(Duration atMost) throws InterruptedException {
    return ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Submits and waits for the answer; not longer than the account says, nor than the session
  /// lives.
  public Submitted submit(Submission message) {
    Waiters.Waiter waiter = waiters.begin();
    try {
      // Asked after the waiting was announced: an end from here on wakes us.
      return isOpen() ? new Submitted.Taken(send(message)) : new Submitted.NotSent();
    } catch (NegativeResponseException e) {
      return new Submitted.Refused(e.getCommandStatus());
    } catch (GenericNackResponseException e) {
      // With status 0 it is neither a yes nor a no; [Tidy] makes one of a response of another kind.
      return e.getCommandStatus() == SMPPConstant.STAT_ESME_ROK
          ? new Submitted.NoAnswer()
          : new Submitted.Refused(e.getCommandStatus());
    } catch (ResponseTimeoutException | InvalidResponseException | IOException e) {
      return new Submitted.NoAnswer();
    } catch (PDUException e) {
      throw new IllegalArgumentException("a field that does not fit", e);
    } catch (ClassCastException e) {
      // A response of another kind with the number of ours.
      return new Submitted.NoAnswer();
    } finally {
      waiter.end();
    }
  }

  private String send(Submission message)
      throws PDUException,
          ResponseTimeoutException,
          InvalidResponseException,
          NegativeResponseException,
          IOException {
    String id =
        session
            .submitShortMessage(
                message.serviceType(),
                TypeOfNumber.valueOf((byte) message.source().ton()),
                NumberingPlanIndicator.valueOf((byte) message.source().npi()),
                message.source().text(),
                TypeOfNumber.valueOf((byte) message.destination().ton()),
                NumberingPlanIndicator.valueOf((byte) message.destination().npi()),
                message.destination().text(),
                new ESMClass(message.esmClass()),
                (byte) 0,
                (byte) message.priority(),
                null,
                message.validity().isEmpty() ? null : message.validity(),
                new RegisteredDelivery(message.receiptWanted() ? 1 : 0),
                (byte) 0,
                new RawDataCoding((byte) message.dataCoding()),
                (byte) 0,
                message.shortMessage(),
                optional(message))
            .getMessageId();
    return id == null ? "" : id;
  }

  private static OptionalParameter[] optional(Submission message) {
    return message.optional().entrySet().stream()
        .map(parameter ->
            new OptionalParameter.OctetString(
                parameter.getKey().shortValue(), parameter.getValue()))
        .toArray(OptionalParameter[]::new);
  }

  /// Ends a session whose octets do not get out, which no time limit of the library sees.
  public void endIfStuck() {
    if (waiters.isAnyOlderThan(account.answerWithin().plus(STUCK))) {
      session.close();
    }
  }

  /// Says goodbye and closes; does not wait for answers that are still to come.
  public void unbind() {
    session.unbindAndClose();
  }

  @Override
  public void close() {
    session.close();
  }
}
