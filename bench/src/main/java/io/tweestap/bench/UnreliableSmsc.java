package io.tweestap.bench;

import io.tweestap.testkit.smsc.FakeSmsc;
import io.tweestap.testkit.smsc.SmscAnswer;
import io.tweestap.testkit.smsc.SubmitSm;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/// An SMSC that counts what it gets for each number, takes its time, and makes trouble.
final class UnreliableSmsc implements AutoCloseable {
  static final int ANSWER_WITHIN_SECONDS = 2;

  private static final int SOON_MILLIS = 30;
  private static final Duration TOO_LATE = Duration.ofSeconds(ANSWER_WITHIN_SECONDS + 1);

  /// What it does besides.
  enum Trouble {
    NONE("none", 0),
    CUTS("cuts the connection", 400),
    LATE("answers too late", 60),
    GARBAGE("answers garbage", 100);

    private final String text;
    private final int oneIn;

    Trouble(String text, int oneIn) {
      this.text = text;
      this.oneIn = oneIn;
    }

    String text() {
      return text;
    }
  }

  private final FakeSmsc smsc = new FakeSmsc().recordingNothing();
  private final Map<String, Integer> copies = new ConcurrentHashMap<>();
  private final Random random;
  private volatile Trouble trouble = Trouble.NONE;

  UnreliableSmsc(long seed) {
    this.random = new Random(seed);
    smsc.answering(this::answer);
  }

  FakeSmsc smsc() {
    return smsc;
  }

  void makes(Trouble kind) {
    this.trouble = kind;
  }

  /// How often a number was submitted, as it stands in `destination_addr`.
  int copies(String number) {
    return copies.getOrDefault(number, 0);
  }

  private SmscAnswer answer(SubmitSm message) {
    copies.merge(message.destination(), 1, Integer::sum);
    SmscAnswer taken = SmscAnswer.taken("id-" + message.number());
    Duration soon = Duration.ofMillis(random.nextInt(SOON_MILLIS));
    Trouble now = trouble;
    if (now == Trouble.NONE || random.nextInt(now.oneIn) > 0) {
      return taken.after(soon);
    }
    return switch (now) {
      case NONE -> taken;
      case CUTS -> new SmscAnswer.Cut().after(soon);
      case LATE -> random.nextBoolean() ? new SmscAnswer.Nothing() : taken.after(TOO_LATE);
      case GARBAGE -> random.nextBoolean() ? noise() : anotherKind();
    };
  }

  /// Octets whose first four are no length.
  private SmscAnswer noise() {
    byte[] octets = new byte[16 + random.nextInt(100)];
    random.nextBytes(octets);
    octets[0] = (byte) (1 + random.nextInt(255));
    return new SmscAnswer.Octets(octets);
  }

  /// `query_sm_resp` to a `submit_sm`.
  private SmscAnswer anotherKind() {
    byte[] body = new byte[random.nextInt(40)];
    random.nextBytes(body);
    return new SmscAnswer.Body(0x80000003, 0, body);
  }

  @Override
  public void close() {
    smsc.close();
  }
}
