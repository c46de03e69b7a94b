package io.tweestap.testkit.smsc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Wrong answers to `submit_sm`, by chance: whatever a broken SMSC or a broken line makes of one.
public final class Misdeeds {
  private static final int SUBMIT_SM_RESP = Pdu.SUBMIT_SM | Pdu.RESPONSE;
  private static final List<Integer> IMPOSSIBLE =
      List.of(0, 1, 15, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 65_537, 1 << 24);

  private final Random random;
  private final Duration tooLate;
  private int turn;

  /// @param tooLate longer than anybody waits
  public Misdeeds(long seed, Duration tooLate) {
    this.random = new Random(seed);
    this.tooLate = tooLate;
  }

  /// The next one: every kind in its turn, its details by chance.
  public synchronized SmscAnswer next(SubmitSm message) {
    String id = "m" + message.number();
    return switch (turn++ % 9) {
      case 0 -> new SmscAnswer.Cut();
      case 1 -> new SmscAnswer.Nothing();
      case 2 -> SmscAnswer.taken(id).after(tooLate);
      case 3 -> new SmscAnswer.Octets(impossibleLength());
      case 4 -> half(id);
      case 5 -> new SmscAnswer.Octets(toAnotherNumber(id));
      case 6 -> new SmscAnswer.Body(SUBMIT_SM_RESP, 0, withoutEnd());
      case 7 -> new SmscAnswer.Body(Pdu.RESPONSE | random.nextInt(0x200), 0, noise());
      default -> new SmscAnswer.Octets(unknownCommand());
    };
  }

  private byte[] impossibleLength() {
    int length = IMPOSSIBLE.get(random.nextInt(IMPOSSIBLE.size()));
    return ByteBuffer.allocate(16)
        .putInt(length)
        .putInt(SUBMIT_SM_RESP)
        .putInt(0)
        .putInt(1)
        .array();
  }

  /// A unit that stops somewhere, and then the connection does.
  private SmscAnswer half(String id) {
    byte[] whole = new Pdu(SUBMIT_SM_RESP, 0, 1, (id + "\0").getBytes(ISO_8859_1)).bytes();
    byte[] begun = Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1));
    return new SmscAnswer.Octets(begun).thenCut();
  }

  private byte[] toAnotherNumber(String id) {
    return new Pdu(SUBMIT_SM_RESP, 0, 1_000_000 + random.nextInt(), id.getBytes(ISO_8859_1))
        .bytes();
  }

  private byte[] unknownCommand() {
    return new Pdu(0x4000 + random.nextInt(0x1000), random.nextInt(), random.nextInt(), noise())
        .bytes();
  }

  /// A C-Octet String that is one no more.
  private byte[] withoutEnd() {
    byte[] text = new byte[1 + random.nextInt(300)];
    Arrays.fill(text, (byte) 'x');
    return text;
  }

  private byte[] noise() {
    byte[] octets = new byte[random.nextInt(100)];
    random.nextBytes(octets);
    return octets;
  }
}
