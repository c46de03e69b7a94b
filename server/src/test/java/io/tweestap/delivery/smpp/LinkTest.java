package io.tweestap.delivery.smpp;

import static io.tweestap.delivery.smpp.TestLinks.sendCode;
import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.HandOver;
import io.tweestap.delivery.Said;
import io.tweestap.testkit.smsc.BindRequest;
import io.tweestap.testkit.smsc.FakeSmsc;
import io.tweestap.testkit.smsc.Pdu;
import io.tweestap.testkit.smsc.SmscAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The life of a link: binds, windows, and whatever an SMSC does to them.
class LinkTest {
  private final TestLinks links = new TestLinks();
  private final FakeSmsc smsc = new FakeSmsc();

  @AfterEach
  void close() {
    links.close();
    smsc.close();
  }

  @Test
  void aLinkBindsWithItsAccount() throws Exception {
    List<BindRequest> seen = Collections.synchronizedList(new ArrayList<>());
    smsc.binding(request -> {
      seen.add(request);
      return 0;
    });
    links.bound(smsc, "system-type", "otp");
    assertThat(seen)
        .containsExactly(
            new BindRequest(Pdu.BIND_TRANSCEIVER, "tweestap", "secret08", "otp", 0x34));
  }

  @Test
  void sendingAndReceivingCanBeSeparate() throws Exception {
    links.bound(smsc, "bind", "separate", "binds", "2");
    FakeSmsc.await("four binds", () -> smsc.bound() == 4);
    assertThat(smsc.received().stream().map(Pdu::command))
        .containsExactlyInAnyOrder(
            Pdu.BIND_TRANSMITTER, Pdu.BIND_TRANSMITTER, Pdu.BIND_RECEIVER, Pdu.BIND_RECEIVER);
  }

  @Test
  void aLinkThatIsDownTakesNothingAndComesBack() throws Exception {
    SmppCarrier carrier = links.bound(smsc);
    smsc.binding(_ -> 0x0D);
    smsc.cut();
    FakeSmsc.await("the end", () -> !carrier.isReady());
    assertThat(Said.kind(sendCode(carrier))).isEqualTo("UNAVAILABLE");
    assertThat(smsc.submitted()).isEmpty();
    smsc.binding(_ -> 0);
    FakeSmsc.await("another bind", carrier::isReady);
    assertThat(sendCode(carrier)).isInstanceOf(HandOver.Accepted.class);
  }

  @Test
  void bindsThatAreRefusedBecomeRarer() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    smsc.binding(_ -> {
      asked.incrementAndGet();
      return 0x0E;
    });
    links.open(smsc.port(), null);
    FakeSmsc.await("two binds", () -> asked.get() == 2);
    long before = System.nanoTime();
    FakeSmsc.await("a third bind", () -> asked.get() == 3);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(1900));
  }

  @Test
  void whoWaitsForAnAnswerHearsAtOnceThatTheConnectionIsGone() throws Exception {
    SmppCarrier carrier = links.bound(smsc, "answer-within", "10s");
    smsc.answering(_ -> new SmscAnswer.Cut());
    long before = System.nanoTime();
    assertThat(sendCode(carrier)).isInstanceOf(HandOver.Unknown.class);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void noAnswerInTimeIsUnknownAndALateOneHarmsNobody() throws Exception {
    SmppCarrier carrier = links.bound(smsc, "answer-within", "1s");
    smsc.answering(message ->
        message.number() == 0
            ? SmscAnswer.taken("late").after(Duration.ofMillis(1500))
            : SmscAnswer.taken("id"));
    assertThat(sendCode(carrier)).isInstanceOf(HandOver.Unknown.class);
    for (int i = 0; i < 20; i++) {
      assertThat(sendCode(carrier)).isInstanceOf(HandOver.Accepted.class);
    }
    assertThat(smsc.bound()).isEqualTo(1);
  }

  @Test
  void noMoreWaitForAnAnswerThanTheWindowAllows() throws Exception {
    smsc.answering(
        message -> SmscAnswer.taken("id-" + message.number()).after(Duration.ofMillis(20)));
    SmppCarrier carrier = links.bound(smsc, "window", "3", "binds", "2");
    FakeSmsc.await("both binds", () -> smsc.bound() == 2);
    assertThat(carrier.parallelMax()).isEqualTo(6);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<HandOver>> answers = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        answers.add(threads.submit(() -> sendCode(carrier)));
      }
      for (Future<HandOver> answer : answers) {
        assertThat(answer.get()).isInstanceOf(HandOver.Accepted.class);
      }
    }
    assertThat(smsc.openMost()).isBetween(4, 6);
  }

  @Test
  void anOperatorThatFallsSilentIsAskedAndThenLeft() throws Exception {
    smsc.answeringEnquireLink(false);
    SmppCarrier carrier = links.bound(smsc, "enquire-every", "1s", "answer-within", "1s");
    FakeSmsc.await(
        "a question",
        () -> smsc.received().stream().anyMatch(pdu -> pdu.command() == Pdu.ENQUIRE_LINK));
    FakeSmsc.await("the end", () -> smsc.bound() == 0 || !carrier.isReady());
    smsc.answeringEnquireLink(true);
    FakeSmsc.await("another bind", carrier::isReady);
  }

  @Test
  void anOperatorThatReadsNothingMoreDoesNotHoldALinkForEver() throws Exception {
    SmppCarrier carrier =
        links.bound(smsc, "answer-within", "1s", "enquire-every", "600s", "window", "500");
    smsc.deaf(true);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 500; i++) {
        threads.submit(() -> sendCode(carrier));
      }
    }
    smsc.deaf(false);
    FakeSmsc.await("a bind that works", () -> sendCode(carrier) instanceof HandOver.Accepted);
  }

  @Test
  void anOperatorMayUnbind() throws Exception {
    SmppCarrier carrier = links.bound(smsc);
    assertThat(smsc.ask(Pdu.UNBIND, new byte[0]).status()).isZero();
    FakeSmsc.await(
        "another bind",
        () -> smsc.received().stream().filter(pdu -> pdu.command() == 9).count() == 2);
    FakeSmsc.await("it works", carrier::isReady);
    assertThat(sendCode(carrier)).isInstanceOf(HandOver.Accepted.class);
  }

  @Test
  void aLinkThatEndsSaysGoodbye() throws Exception {
    SmppCarrier carrier = links.bound(smsc);
    carrier.close();
    assertThat(smsc.received().getLast().command()).isEqualTo(Pdu.UNBIND);
    assertThat(carrier.isReady()).isFalse();
    assertThat(Said.kind(sendCode(carrier))).isEqualTo("UNAVAILABLE");
  }

  @Test
  void anAnswerWithoutAnIdIsAnAnswer() throws Exception {
    smsc.answering(_ -> SmscAnswer.taken(""));
    assertThat(sendCode(links.bound(smsc))).isEqualTo(HandOver.Accepted.plainly(1));
  }
}
