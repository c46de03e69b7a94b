package io.tweestap.delivery.smpp;

import io.tweestap.delivery.Carrier;
import io.tweestap.delivery.CarrierContract;
import io.tweestap.testkit.smsc.FakeSmsc;
import io.tweestap.testkit.smsc.SmscAnswer;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/// The SMPP carrier keeps what every carrier promises.
class SmppCarrierContractTest extends CarrierContract {
  private final TestLinks links = new TestLinks();
  private final List<FakeSmsc> smscs = new ArrayList<>();

  @Override
  protected Carrier working() throws Exception {
    return links.bound(smsc());
  }

  @Override
  protected List<Carrier> failing() throws Exception {
    Duration late = Duration.ofSeconds(3);
    return List.of(
        links.bound(smsc().answering(_ -> SmscAnswer.refused(0x0B)), "name", "refusing"),
        links.bound(smsc().answering(_ -> SmscAnswer.taken("1").after(late)), "name", "slow"),
        links.bound(smsc().answering(_ -> new SmscAnswer.Nothing()), "name", "silent"),
        links.bound(smsc().answering(_ -> new SmscAnswer.Cut()), "name", "cutting"),
        links.bound(smsc().answering(_ -> new SmscAnswer.Octets(new byte[40])), "name", "mad"),
        links.open(freePort(), null, "name", "absent"));
  }

  private FakeSmsc smsc() {
    FakeSmsc smsc = new FakeSmsc();
    smscs.add(smsc);
    return smsc;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @AfterEach
  void close() {
    links.close();
    smscs.forEach(FakeSmsc::close);
  }
}
