package io.tweestap.delivery.smpp.wire;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has what an operator delivers taken on threads of its own, each answered when it is done. When
/// too many are under way, the operator is told to wait.
final class Deliveries implements MessageReceiverListener {
  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
  private static final int AT_ONCE = 500;

  private final SMPPSession session;
  private final LateAnswers answers;
  private final Receiver receiver;
  private final Semaphore free = new Semaphore(AT_ONCE);

  Deliveries(SMPPSession session, LateAnswers answers, Receiver receiver) {
    this.session = session;
    this.answers = answers;
    this.receiver = receiver;
  }

  @Override
  public void onAcceptDeliverSm(DeliverSm delivered) throws ProcessRequestException {
    if (!free.tryAcquire()) {
      throw new ProcessRequestException("too many at once", SMPPConstant.STAT_ESME_RTHROTTLED);
    }
    Thread.ofVirtual()
        .name("delivery")
        .start(() -> {
          try {
            serve(delivered);
          } finally {
            free.release();
          }
        });
  }

  private void serve(DeliverSm delivered) {
    int sequence = delivered.getSequenceNumber();
    Inbound delivery;
    int status;
    try {
      delivery = Inbound.of(delivered);
      status = receiver.take(delivery);
    } catch (RuntimeException e) {
      LOG.warn("a delivery could not be taken and is asked for again: {}", e.getClass().getName());
      answer(Receiver.LATER, sequence);
      return;
    }
    if (answer(status, sequence) && status == Receiver.OK) {
      note(delivery);
    }
  }

  private void note(Inbound delivery) {
    try {
      receiver.answered(delivery);
    } catch (RuntimeException e) {
      LOG.warn("a delivery was answered and not noted as such: {}", e.getClass().getName());
    }
  }

  /// @return whether the answer was written
  private boolean answer(int status, int sequence) {
    try {
      answers.answer(status, sequence);
      return true;
    } catch (IOException e) {
      session.close();
      return false;
    }
  }

  /// Never called: [Tidy] lets no `data_sm` through.
  @Override
  public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
    throw new ProcessRequestException("no data_sm here", SMPPConstant.STAT_ESME_RINVCMDID);
  }

  @Override
  public void onAcceptAlertNotification(@Nullable AlertNotification alert) {
    // Says that a handset is back; messages come from us when they are due.
  }
}
