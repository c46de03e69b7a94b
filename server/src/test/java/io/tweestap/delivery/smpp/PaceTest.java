package io.tweestap.delivery.smpp;

import static io.tweestap.delivery.smpp.TestLinks.sendCode;
import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.Said;
import io.tweestap.delivery.SampleMessages;
import io.tweestap.shared.Channel;
import io.tweestap.testkit.smsc.FakeSmsc;
import io.tweestap.testkit.smsc.SmscAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The rate of a link: in parts, over all nodes, and what the operator makes of it.
class PaceTest {
  private final TestLinks links = new TestLinks();
  private final FakeSmsc smsc = new FakeSmsc();
  private final List<Long> moments = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void close() {
    links.close();
    smsc.close();
  }

  @Test
  void twoNodesTogetherKeepTheRateOfTheirLink() throws Exception {
    record();
    SmppCarrier one = links.bound(smsc, "rate", "40");
    SmppCarrier other = links.bound(smsc, "rate", "40");
    sendAtOnce(20, one, other);
    assertThat(moments).hasSize(40);
    assertThat(took()).isBetween(Duration.ofMillis(900), Duration.ofMillis(2500));
    assertThat(mostInAnySecond()).isLessThanOrEqualTo(42);
  }

  @Test
  void partsAreCountedNotMessages() throws Exception {
    record();
    SmppCarrier carrier = links.bound(smsc, "rate", "20");
    for (int i = 0; i < 5; i++) {
      carrier.send(SampleMessages.text(Channel.SMS, "0123456789".repeat(31)));
    }
    assertThat(moments).hasSize(15);
    assertThat(took()).isGreaterThan(Duration.ofMillis(650));
  }

  @Test
  void whatWasNotUsedIsNotMadeUpFor() throws Exception {
    record();
    SmppCarrier carrier = links.bound(smsc, "rate", "20");
    sendCode(carrier);
    FakeSmsc.await("half a second", () -> System.nanoTime() - moments.getFirst() > 500_000_000L);
    moments.clear();
    sendAtOnce(10, carrier);
    assertThat(took()).isGreaterThan(Duration.ofMillis(400));
  }

  @Test
  void whenToldToSlowDownTheWholeLinkPausesAndGoesOnHalfAsFast() throws Exception {
    AtomicInteger refused = new AtomicInteger();
    smsc.answering(message -> {
      moments.add(System.nanoTime());
      return message.number() == 5 && refused.getAndIncrement() == 0
          ? SmscAnswer.refused(Statuses.THROTTLED)
          : SmscAnswer.taken("id");
    });
    SmppCarrier carrier = links.bound(smsc, "rate", "40", "window", "1");
    sendAtOnce(20, carrier);
    assertThat(moments).hasSize(21);
    assertThat(between(5, 6)).isGreaterThan(Duration.ofMillis(900));
    // 14 further parts, at 20 in a second: at 40 they would take 350 ms.
    assertThat(between(6, 20)).isGreaterThan(Duration.ofMillis(550));
  }

  @Test
  void aLinkThatIsSparedTakesNothing() throws Exception {
    smsc.answering(message ->
        message.number() == 0
            ? SmscAnswer.refused(Statuses.MESSAGE_QUEUE_FULL)
            : SmscAnswer.taken("id"));
    SmppCarrier carrier = links.bound(smsc);
    Thread sending = Thread.ofVirtual().start(() -> sendCode(carrier));
    FakeSmsc.await("the pause", () -> !carrier.isReady());
    sending.join();
    assertThat(carrier.isReady()).isTrue();
    assertThat(smsc.submissions()).isEqualTo(2);
  }

  @Test
  void aLinkThatIsToldForEverToSlowDownGivesUpInTime() throws Exception {
    smsc.answering(_ -> SmscAnswer.refused(Statuses.THROTTLED));
    SmppCarrier carrier = links.bound(smsc, "answer-within", "20s", "rate", "10");
    assertThat(Said.kind(sendCode(carrier))).isEqualTo("RETRY");
    assertThat(smsc.submissions()).isBetween(2, 5);
  }

  private void record() {
    smsc.answering(_ -> {
      moments.add(System.nanoTime());
      return SmscAnswer.taken("id");
    });
  }

  private static void sendAtOnce(int each, SmppCarrier... carriers) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (SmppCarrier carrier : carriers) {
        for (int i = 0; i < each; i++) {
          threads.submit(() -> sendCode(carrier));
        }
      }
    }
  }

  private Duration took() {
    return between(0, moments.size() - 1);
  }

  private Duration between(int first, int last) {
    return Duration.ofNanos(moments.get(last) - moments.get(first));
  }

  private long mostInAnySecond() {
    return moments.stream()
        .mapToLong(
            from -> moments.stream().filter(at -> at >= from && at - from < 1_000_000_000L).count())
        .max()
        .orElse(0);
  }
}
