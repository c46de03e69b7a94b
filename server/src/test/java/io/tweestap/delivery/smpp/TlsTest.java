package io.tweestap.delivery.smpp;

import static io.tweestap.delivery.smpp.TestLinks.sendCode;
import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.HandOver;
import io.tweestap.delivery.mail.TestCertificate;
import io.tweestap.testkit.smsc.FakeSmsc;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A link with TLS sends to nobody but the host that it names.
class TlsTest {
  private final TestLinks links = new TestLinks();

  @AfterEach
  void close() {
    links.close();
  }

  @Test
  void aLinkWithTlsWorks() throws Exception {
    SSLContext trust = new TestCertificate("localhost").context();
    try (FakeSmsc smsc = new FakeSmsc(trust.getServerSocketFactory())) {
      SmppCarrier carrier = links.open(smsc.port(), trust.getSocketFactory());
      FakeSmsc.await("the bind", carrier::isReady);
      assertThat(sendCode(carrier)).isInstanceOf(HandOver.Accepted.class);
    }
  }

  @Test
  void aCertificateForAnotherHostIsNotGivenThePassword() throws Exception {
    SSLContext trust = new TestCertificate("smpp.operator.example").context();
    assertNothingIsSaid(trust, trust);
  }

  @Test
  void aCertificateThatNobodyTrustsIsNotGivenThePassword() throws Exception {
    assertNothingIsSaid(
        new TestCertificate("localhost").context(), new TestCertificate("localhost").context());
  }

  private void assertNothingIsSaid(SSLContext server, SSLContext client) throws Exception {
    try (FakeSmsc smsc = new FakeSmsc(server.getServerSocketFactory())) {
      SmppCarrier carrier = links.open(smsc.port(), client.getSocketFactory());
      FakeSmsc.await("two tries", () -> smsc.connections() >= 2);
      assertThat(carrier.isReady()).isFalse();
      assertThat(smsc.received()).isEmpty();
    }
  }
}
