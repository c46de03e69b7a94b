package io.tweestap.delivery.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.HandOver;
import io.tweestap.delivery.SampleMessages;
import io.tweestap.shared.Channel;
import io.tweestap.testkit.smsc.FakeSmsc;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A peer that was written elsewhere and throttles by itself: the SMSC of the library jsmpp. The
/// link finds a rate at which it is left in peace, and no message is lost or sent twice on the way.
class JsmppSmscTest {
  private static final int MESSAGES = 250;
  private static final long ONE_HASTE = Duration.ofMillis(500).toNanos();

  private final TestLinks links = new TestLinks();
  private final JsmppSmsc smsc;

  JsmppSmscTest() throws IOException {
    // 125 a second at most, and 20 that wait.
    smsc = new JsmppSmsc(20, 8);
  }

  @AfterEach
  void close() {
    links.close();
    smsc.close();
  }

  @Test
  void aLinkThatIsTooFastFindsItsRateAndSendsEachMessageOnce() throws Exception {
    SmppCarrier carrier =
        links.open(smsc.port(), null, "window", "100", "rate", "200", "answer-within", "10s");
    FakeSmsc.await("the bind", carrier::isReady);
    assertThat(sendAtOnce(carrier)).allMatch(HandOver.Accepted.class::isInstance);
    assertThat(smsc.taken())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, MESSAGES).mapToObj(JsmppSmscTest::text).toList());
    assertThat(smsc.throttled()).isNotEmpty();
    assertThat(hastes()).as("hastes, each answered with a pause").isLessThanOrEqualTo(2);
  }

  @Test
  void aWindowThatFitsTheQueueIsNeverThrottled() throws Exception {
    SmppCarrier carrier =
        links.open(smsc.port(), null, "window", "20", "rate", "1000", "answer-within", "10s");
    FakeSmsc.await("the bind", carrier::isReady);
    assertThat(sendAtOnce(carrier)).allMatch(HandOver.Accepted.class::isInstance);
    assertThat(smsc.taken()).hasSize(MESSAGES).doesNotHaveDuplicates();
    assertThat(smsc.throttled()).isEmpty();
  }

  private static List<HandOver> sendAtOnce(SmppCarrier carrier) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<HandOver>> answers = new ArrayList<>();
      for (int i = 0; i < MESSAGES; i++) {
        String text = text(i);
        answers.add(threads.submit(() -> carrier.send(SampleMessages.text(Channel.SMS, text))));
      }
      List<HandOver> said = new ArrayList<>();
      for (Future<HandOver> answer : answers) {
        said.add(answer.get());
      }
      return said;
    }
  }

  private static String text(int number) {
    return "Message " + number;
  }

  /// Refusals that come together are answers to one haste.
  private int hastes() {
    List<Long> moments = smsc.throttled();
    return (int)
        IntStream.range(0, moments.size())
            .filter(i -> i == 0 || moments.get(i) - moments.get(i - 1) > ONE_HASTE)
            .count();
  }
}
