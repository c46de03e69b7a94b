package io.tweestap.bench;

import io.tweestap.testkit.smsc.FakeSmsc;
import java.io.IOException;
import java.time.Duration;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;

/// The SMPP library alone: as many threads as the window is wide submit over one session, without a
/// database.
final class BareSubmits implements AutoCloseable {
  private static final byte[] TEXT = new byte[62];

  private final SMPPSession session = new SMPPSession();
  private final int window;

  BareSubmits(FakeSmsc smsc, int window) throws IOException {
    this.window = window;
    session.setTransactionTimer(Duration.ofSeconds(10).toMillis());
    session.connectAndBind(
        "localhost",
        smsc.port(),
        new BindParameter(
            BindType.BIND_TRX,
            SmscLink.USER,
            SmscLink.PASSWORD,
            "",
            TypeOfNumber.UNKNOWN,
            NumberingPlanIndicator.UNKNOWN,
            null));
  }

  Load.Result run(Duration lasting) {
    return Load.run(window, lasting, () -> this::submit);
  }

  private int submit() throws Exception {
    session.submitShortMessage(
        "",
        TypeOfNumber.ALPHANUMERIC,
        NumberingPlanIndicator.UNKNOWN,
        "Sandbox",
        TypeOfNumber.INTERNATIONAL,
        NumberingPlanIndicator.ISDN,
        "31612345678",
        new ESMClass(),
        (byte) 0,
        (byte) 0,
        null,
        null,
        new RegisteredDelivery(1),
        (byte) 0,
        new GeneralDataCoding(Alphabet.ALPHA_DEFAULT),
        (byte) 0,
        TEXT);
    return 1;
  }

  @Override
  public void close() {
    session.unbindAndClose();
  }
}
