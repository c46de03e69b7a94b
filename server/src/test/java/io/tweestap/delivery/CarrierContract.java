package io.tweestap.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.tweestap.shared.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// What every carrier promises the outbox, whatever is on its other end.
public abstract class CarrierContract {
  private static final String HOSTILE =
      "\"},{\"to\":\"x\"} &to=x <b> {to} {text} ${user} %00 \\ \u0000 \r\n"
          + "Bcc: eve@example.org\r\n\r\n.\r\n"
          + "😀 \ud83d ’é€ ";

  /// The mail server of the tests tells what it got.
  private static final String OTHER_END = "com.icegreen";

  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  /// A carrier whose other end works.
  protected abstract Carrier working() throws Exception;

  /// Carriers whose other ends fail, each in another way: refusing, slow, silent, broken, absent.
  protected abstract List<Carrier> failing() throws Exception;

  @BeforeEach
  void listen() {
    logged.start();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(logged);
    ((Logger) LoggerFactory.getLogger("io.tweestap")).setLevel(Level.TRACE);
  }

  @AfterEach
  void stopListening() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.detachAppender(logged);
    ((Logger) LoggerFactory.getLogger("io.tweestap")).setLevel(null);
  }

  @Test
  void acceptsAMessageOnEachOfItsChannels() throws Exception {
    Carrier carrier = working();
    for (Channel channel : carrier.channels()) {
      HandOver answer = carrier.send(SampleMessages.code(channel));
      assertThat(answer).as(channel.text()).isInstanceOf(HandOver.Accepted.class);
      assertThat(((HandOver.Accepted) answer).parts()).isEqualTo(1);
    }
  }

  @Test
  void hasAShortStableNameAndServesSomething() throws Exception {
    Carrier carrier = working();
    assertThat(carrier.name()).matches("[a-z][a-z0-9_-]{0,30}");
    assertThat(carrier.channels()).isNotEmpty();
    assertThat(carrier.parallelMax()).isBetween(1, 500);
  }

  @Test
  void takesAsManyAtOnceAsItSays() throws Exception {
    Carrier carrier = working();
    Channel channel = carrier.channels().iterator().next();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<HandOver>> calls = new ArrayList<>();
      for (int i = 0; i < carrier.parallelMax(); i++) {
        calls.add(() -> carrier.send(SampleMessages.code(channel)));
      }
      for (Future<HandOver> answer : threads.invokeAll(calls)) {
        assertThat(answer.get()).isInstanceOf(HandOver.Accepted.class);
      }
    }
  }

  @Test
  void neverThrowsForWhatStandsInAMessage() throws Exception {
    Carrier carrier = working();
    for (Channel channel : carrier.channels()) {
      String to = SampleMessages.code(channel).recipient();
      carrier.send(SampleMessages.message(channel, to, HOSTILE, HOSTILE, HOSTILE));
      carrier.send(SampleMessages.message(channel, HOSTILE, "Acme", "Your code", "1"));
      carrier.send(SampleMessages.message(channel, to, "", "", ""));
      carrier.send(SampleMessages.text(channel, "long ".repeat(20_000)));
    }
  }

  @Test
  void answersInsideTheLeaseWhateverTheOtherEndDoes() throws Exception {
    for (Carrier carrier : failing()) {
      OutgoingMessage message = SampleMessages.code(carrier.channels().iterator().next());
      HandOver answer =
          assertTimeoutPreemptively(
              Outbox.LEASE.minusSeconds(5), () -> carrier.send(message), carrier::toString);
      assertThat(answer).as(carrier.toString()).isNotInstanceOf(HandOver.Accepted.class);
      assertSaysNothing(message, answer.toString());
    }
  }

  @Test
  void saysNothingOfRecipientOrTextInWordsOrLogs() throws Exception {
    Carrier carrier = working();
    List<Carrier> all = new ArrayList<>(failing());
    all.add(carrier);
    for (Carrier each : all) {
      for (Channel channel : each.channels()) {
        OutgoingMessage message = SampleMessages.code(channel);
        assertSaysNothing(message, each.send(message).toString());
        assertSaysNothing(message, each.toString());
      }
    }
    OutgoingMessage message = SampleMessages.code(Channel.SMS);
    for (ILoggingEvent event : List.copyOf(logged.list)) {
      if (event.getLoggerName().startsWith(OTHER_END)) {
        continue;
      }
      assertSaysNothing(message, event.getFormattedMessage());
      assertSaysNothing(SampleMessages.code(Channel.EMAIL), event.getFormattedMessage());
      for (var at = event.getThrowableProxy(); at != null; at = at.getCause()) {
        assertSaysNothing(message, String.valueOf(at.getMessage()));
      }
    }
  }

  private static void assertSaysNothing(OutgoingMessage message, String words) {
    assertThat(words)
        .doesNotContain(message.recipient())
        .doesNotContain(message.recipient().replace("+", ""))
        .doesNotContain(SampleMessages.CODE);
  }
}
