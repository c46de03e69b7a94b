package io.tweestap.delivery.smpp;

import static io.tweestap.delivery.smpp.TestLinks.sendCode;
import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.HandOver;
import io.tweestap.delivery.Said;
import io.tweestap.testkit.smsc.Delivery;
import io.tweestap.testkit.smsc.FakeSmsc;
import io.tweestap.testkit.smsc.Pdu;
import io.tweestap.testkit.smsc.SmscAnswer;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whatever comes over the wire, a link goes on, or comes back; no thread ends by it or stays.
class MalformedPduTest {
  private static final int[] COMMANDS = {
    0x01,
    0x02,
    0x03,
    0x04,
    0x05,
    0x06,
    0x07,
    0x08,
    0x09,
    0x0B,
    0x15,
    0x21,
    0x0102,
    0x0103,
    0x80000000,
    0x80000001,
    0x80000002,
    0x80000003,
    0x80000004,
    0x80000005,
    0x80000006,
    0x80000007,
    0x80000008,
    0x80000009,
    0x80000015,
    0x80000021,
    0x80000103,
    0x7fffffff,
    0xffffffff
  };

  private final TestLinks links = new TestLinks();
  private final FakeSmsc smsc = new FakeSmsc();
  private final Random random = new Random(34);

  @AfterEach
  void close() {
    links.close();
    smsc.close();
  }

  @Test
  void randomUnitsOfAnyKindDoNotStopALink() throws Exception {
    SmppCarrier carrier = links.bound(smsc);
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    StringBuffer uncaught = new StringBuffer();
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> uncaught.append(thread).append(e));
    try {
      for (int i = 0; i < 3_000; i++) {
        int command = COMMANDS[random.nextInt(COMMANDS.length)];
        if (command != Pdu.UNBIND) {
          smsc.write(new Pdu(command, status(), sequence(), body()).bytes());
        }
      }
      FakeSmsc.await("it works", () -> sendCode(carrier) instanceof HandOver.Accepted);
      assertThat(uncaught).isEmpty();
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  @Test
  void deliveriesThatAreCutShortAnywhereAreAnswered() throws Exception {
    links.bound(smsc);
    byte[] whole =
        Delivery.receipt("id:7 stat:DELIVRD")
            .with(0x001E, "7")
            .with(0x0427, new byte[] {2})
            .bytes();
    for (int length = 0; length <= whole.length; length++) {
      Pdu answer = smsc.ask(Pdu.DELIVER_SM, Arrays.copyOf(whole, length));
      assertThat(answer.command()).isIn(Pdu.GENERIC_NACK, Pdu.DELIVER_SM | Pdu.RESPONSE);
    }
    assertThat(smsc.bound()).isEqualTo(1);
  }

  @Test
  void parametersOfWrongSizesAreLeftOut() throws Exception {
    links.bound(smsc);
    assertThat(
            smsc.deliver(
                    Delivery.receipt("id:7 stat:DELIVRD")
                        .with(0x0427, new byte[] {1, 2, 3})
                        .with(0x020C, new byte[0])
                        .with(0x0423, new byte[1])
                        .with(0x001E, new byte[0]))
                .status())
        .isZero();
    assertThat(links.delivered().getFirst().optional()).containsOnlyKeys(0x001E);
  }

  @Test
  void lengthsThatCannotBeEndTheConnectionAndNothingElse() throws Exception {
    SmppCarrier carrier = links.bound(smsc);
    long before = allocated();
    for (int length :
        new int[] {0, 15, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 28, 65_537}) {
      long binds = binds();
      smsc.write(ByteBuffer.allocate(16).putInt(length).putInt(5).putInt(0).putInt(1).array());
      theNextGoesOutOnce(carrier, binds);
    }
    assertThat(allocated() - before).as("bytes, none by a declared length").isLessThan(1L << 27);
  }

  @Test
  void unitsThatStopInTheirMidstEndTheConnectionAndNothingElse() throws Exception {
    SmppCarrier carrier = links.bound(smsc);
    byte[] whole = new Pdu(Pdu.DELIVER_SM, 0, 1, Delivery.message("Hello").bytes()).bytes();
    for (int length : new int[] {1, 3, 4, 15, 16, 17, whole.length - 1}) {
      long binds = binds();
      smsc.write(Arrays.copyOf(whole, length));
      smsc.cut();
      theNextGoesOutOnce(carrier, binds);
    }
    assertThat(links.delivered()).isEmpty();
  }

  private void theNextGoesOutOnce(SmppCarrier carrier, long bindsBefore) throws Exception {
    FakeSmsc.await("another bind", () -> binds() > bindsBefore && carrier.isReady());
    int before = smsc.submissions();
    assertThat(sendCode(carrier)).isInstanceOf(HandOver.Accepted.class);
    assertThat(smsc.submissions()).isEqualTo(before + 1);
  }

  /// By all threads together, also what is collected again.
  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getTotalThreadAllocatedBytes();
  }

  @Test
  void answersOfAnyKindToAMessageAreOutcomes() throws Exception {
    SmppCarrier carrier = links.bound(smsc, "answer-within", "1s");
    for (int command : COMMANDS) {
      smsc.answering(_ -> new SmscAnswer.Body(command, 0, new byte[] {'x'}));
      if ((command & Pdu.RESPONSE) != 0) {
        HandOver outcome = sendCode(carrier);
        assertThat(Said.kind(outcome)).isEqualTo(command == 0x80000004 ? "Accepted" : "Unknown");
        FakeSmsc.await("ready", carrier::isReady);
      }
    }
  }

  @Test
  void idsThatAreTooLongOrHaveNoEndAreCut() throws Exception {
    SmppCarrier carrier = links.bound(smsc);
    byte[] id = new byte[500];
    Arrays.fill(id, (byte) 'a');
    smsc.answering(_ -> new SmscAnswer.Body(0x80000004, 0, id));
    assertThat(((HandOver.Accepted) sendCode(carrier)).carrierMessageIds())
        .containsExactly("a".repeat(64));
  }

  @Test
  void noThreadIsLeftBehind() throws Exception {
    Set<Thread> others = Thread.getAllStackTraces().keySet();
    for (int i = 0; i < 5; i++) {
      links.bound(smsc, "name", "link" + i).close();
    }
    FakeSmsc.await(
        "the end of all threads",
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !others.contains(thread))
                .noneMatch(thread ->
                    thread.getName().startsWith("PDUReaderWorker")
                        || thread.getName().startsWith("EnquireLinkSender")));
  }

  private long binds() {
    return smsc.received().stream().filter(pdu -> pdu.command() == 0x09).count();
  }

  private int status() {
    return random.nextBoolean() ? 0 : random.nextInt();
  }

  private int sequence() {
    return random.nextBoolean() ? random.nextInt(5) : random.nextInt();
  }

  private byte[] body() {
    byte[] body = new byte[random.nextInt(random.nextBoolean() ? 8 : 300)];
    random.nextBytes(body);
    if (random.nextBoolean()) {
      for (int i = 0; i < body.length; i += 1 + random.nextInt(6)) {
        body[i] = 0;
      }
    }
    return body;
  }
}
