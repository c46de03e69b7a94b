package io.tweestap.delivery.smpp;

import static io.tweestap.delivery.smpp.TestLinks.sendCode;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.HandOver;
import io.tweestap.delivery.smpp.wire.Inbound;
import io.tweestap.delivery.smpp.wire.Receiver;
import io.tweestap.testkit.smsc.Delivery;
import io.tweestap.testkit.smsc.FakeSmsc;
import io.tweestap.testkit.smsc.Pdu;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What operators deliver, and how it is answered (SMPP 3.4 section 4.6).
class DeliverSmTest {
  private final TestLinks links = new TestLinks();
  private final FakeSmsc smsc = new FakeSmsc();

  @AfterEach
  void close() {
    links.close();
    smsc.close();
  }

  @Test
  void aReceiptComesWithItsTextAndItsFields() throws Exception {
    links.bound(smsc);
    Pdu answer =
        smsc.deliver(
            Delivery.receipt("id:7 stat:DELIVRD err:000")
                .with(0x001E, "7")
                .with(0x0427, new byte[] {2})
                .with(0x1400, new byte[] {1, 2, 3}));
    assertThat(answer.command()).isEqualTo(Pdu.DELIVER_SM | Pdu.RESPONSE);
    assertThat(answer.status()).isZero();
    Inbound got = links.delivered().getFirst();
    assertThat(got.isReceipt()).isTrue();
    assertThat(new String(got.text(), ISO_8859_1)).isEqualTo("id:7 stat:DELIVRD err:000");
    assertThat(got.optional(0x001E)).hasValue(new byte[] {'7', 0});
    assertThat(got.optional(0x0427)).hasValue(new byte[] {2});
  }

  @Test
  void anIdMakesNoReceiptWithoutAState() throws Exception {
    links.bound(smsc);
    smsc.deliver(Delivery.message("Yes, please").with(0x001E, "7"));
    smsc.deliver(Delivery.message("id:7 Stat:DELIVRD").with(0x001E, "7"));
    smsc.deliver(
        Delivery.message("").coded(8, "stat:DELIVRD".getBytes(UTF_16BE)).with(0x001E, "7"));
    smsc.deliver(Delivery.message("").with(0x001E, "7").with(0x0427, new byte[] {2}));
    assertThat(links.delivered())
        .extracting(Inbound::isReceipt)
        .containsExactly(false, true, true, true);
  }

  @Test
  void aPayloadTakesThePlaceOfAnEmptyText() throws Exception {
    links.bound(smsc);
    smsc.deliver(Delivery.message("").with(0x0424, "Hello".getBytes(ISO_8859_1)));
    Inbound got = links.delivered().getFirst();
    assertThat(got.isReceipt()).isFalse();
    assertThat(new String(got.text(), ISO_8859_1)).isEqualTo("Hello");
    assertThat(got.source()).isEqualTo("31612345678");
    assertThat(got.destination()).isEqualTo("Tweestap");
  }

  @Test
  void theOperatorHearsWhatBecameOfIt() throws Exception {
    links.bound(smsc);
    links.receiving(_ -> Receiver.LATER);
    assertThat(smsc.deliver(Delivery.message("STOP")).status()).isEqualTo(0x64);
    links.receiving(_ -> {
      throw new IllegalStateException("the database is away");
    });
    assertThat(smsc.deliver(Delivery.message("STOP")).status()).isEqualTo(0x64);
  }

  @Test
  void aDeliveryThatTakesItsTimeHoldsNothingUp() throws Exception {
    SmppCarrier carrier = links.bound(smsc);
    CountDownLatch stored = new CountDownLatch(1);
    links.receiving(_ -> {
      await(stored);
      return Receiver.OK;
    });
    Thread[] deliveries = new Thread[20];
    for (int i = 0; i < deliveries.length; i++) {
      deliveries[i] = Thread.ofVirtual().start(() -> deliver("id:1 stat:DELIVRD"));
    }
    FakeSmsc.await("all of them", () -> links.delivered().size() == deliveries.length);
    assertThat(sendCode(carrier)).isInstanceOf(HandOver.Accepted.class);
    assertThat(smsc.received()).noneMatch(pdu -> pdu.command() == 0x80000005);
    stored.countDown();
    for (Thread delivery : deliveries) {
      delivery.join();
    }
    assertThat(smsc.received()).filteredOn(pdu -> pdu.command() == 0x80000005).hasSize(20);
  }

  @Test
  void otherRequestsAreAnsweredWithANack() throws Exception {
    links.bound(smsc);
    for (int command : new int[] {0x0103, 0x0102, 0x04, 0x07, 0x4711}) {
      Pdu answer = smsc.ask(command, new byte[] {1, 2, 3});
      assertThat(answer.command()).isEqualTo(Pdu.GENERIC_NACK);
      assertThat(answer.status()).isEqualTo(0x03);
    }
    assertThat(smsc.ask(Pdu.ENQUIRE_LINK, new byte[0]).status()).isZero();
    assertThat(smsc.bound()).isEqualTo(1);
  }

  private void deliver(String receipt) {
    try {
      smsc.deliver(Delivery.receipt(receipt));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
