package io.tweestap.sms;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A text as the parts that a handset gets it in (SMS-4): GSM 03.38 with 160 septets in one part or
/// 153 in each of several, or UCS-2 with 70 or 67 units as soon as one character needs it. A
/// national table is used where the link knows it and it saves a part.
///
/// What a reader sees as one character is never split between parts.
public final class SmsParts {
  /// So many parts can be counted on the air.
  public static final int COUNT_MAX = 255;

  private static final int ELEMENT_8 = 0x00;
  private static final int ELEMENT_16 = 0x08;

  private final Coding coding;
  private final Joining joining;
  private final List<String> texts;
  private final int units;

  private SmsParts(Coding coding, Joining joining, List<String> texts, int units) {
    this.coding = coding;
    this.joining = joining;
    this.texts = List.copyOf(texts);
    this.units = units;
  }

  /// Encodes and splits a text for a link that knows nothing special.
  public static SmsParts of(String text) {
    return of(text, Dialect.PLAIN);
  }

  /// Encodes and splits a text in the way that needs the fewest parts on a link.
  public static SmsParts of(String text, Dialect dialect) {
    if (dialect.shifts().isEmpty()) {
      return plain(text, dialect.joining());
    }
    @Nullable SmsParts best = null;
    for (Coding coding : Coding.of(dialect.shifts())) {
      Optional<SmsParts> parts = written(text, coding, dialect.joining());
      if (parts.isPresent() && (best == null || parts.get().count() < best.count())) {
        best = parts.get();
      }
    }
    return best == null ? plain(text, dialect.joining()) : best;
  }

  private static SmsParts plain(String text, Joining joining) {
    return written(text, Coding.GSM_7, joining)
        .orElseGet(() -> whole(text, Coding.UCS_2, joining, text.length()));
  }

  private static Optional<SmsParts> written(String text, Coding coding, Joining joining) {
    return coding.unitsOf(text).map(units -> whole(text, coding, joining, units));
  }

  private static SmsParts whole(String text, Coding coding, Joining joining, int units) {
    List<String> texts =
        units <= coding.alone() ? List.of(text) : Split.of(text, coding, coding.together(joining));
    return new SmsParts(coding, joining, texts, units);
  }

  /// The characters of a text that GSM 03.38 does not have, each once, in their order.
  public static IntStream outsideGsm(String text) {
    return text.codePoints().filter(c -> Coding.GSM_7.unitsOf(c) == 0).distinct();
  }

  public Encoding encoding() {
    return coding.encoding();
  }

  /// The national table behind the escape; empty for the usual one.
  public Optional<Shift> singleShift() {
    return coding.single();
  }

  /// The national table instead of the basic one; empty for the usual one.
  public Optional<Shift> lockingShift() {
    return coding.locking();
  }

  /// The text of each part in order, one or more; an empty text is one empty part.
  public List<String> texts() {
    return texts;
  }

  /// How many parts are sent, and paid for. More than [#COUNT_MAX] cannot be sent.
  public int count() {
    return texts.size();
  }

  /// Septets or 16-bit units of the whole text.
  public int units() {
    return units;
  }

  /// Units that can be added before another part is needed.
  public int unitsLeft() {
    int capacity = count() == 1 ? coding.alone() : coding.together(joining);
    return capacity - coding.unitsOf(texts.getLast()).orElse(0);
  }

  /// The parts in bytes. Where the operator does the splitting, one with the whole text.
  ///
  /// @param reference what these parts share and no other message to the same number at that time,
  ///   0 to 65535; a header of 8 bits gets the lower ones
  /// @throws IllegalStateException when there are more than [#COUNT_MAX]
  public List<SmsPart> inBytes(int reference) {
    if (count() > COUNT_MAX) {
      throw new IllegalStateException("more parts than can be counted");
    }
    if (joining == Joining.PAYLOAD) {
      byte[] text = coding.bytes(String.join("", texts));
      return List.of(new SmsPart(1, 1, reference, new byte[0], text));
    }
    List<SmsPart> parts = new ArrayList<>(count());
    for (int number = 1; number <= count(); number++) {
      byte[] text = coding.bytes(texts.get(number - 1));
      parts.add(new SmsPart(number, count(), reference, header(reference, number), text));
    }
    return parts;
  }

  private byte[] header(int reference, int number) {
    ByteArrayOutputStream elements = new ByteArrayOutputStream();
    if (count() > 1 && joining.isInHeader()) {
      if (joining == Joining.UDH_16) {
        elements.write(ELEMENT_16);
        elements.write(4);
        elements.write(reference >> 8);
      } else {
        elements.write(ELEMENT_8);
        elements.write(3);
      }
      elements.write(reference);
      elements.write(count());
      elements.write(number);
    }
    elements.writeBytes(coding.shiftElements());
    return withLength(elements.toByteArray());
  }

  private static byte[] withLength(byte[] elements) {
    if (elements.length == 0) {
      return elements;
    }
    byte[] header = new byte[elements.length + 1];
    header[0] = (byte) elements.length;
    System.arraycopy(elements, 0, header, 1, elements.length);
    return header;
  }

  @Override
  public String toString() {
    return "SmsParts[" + encoding() + ", " + count() + " parts, " + units() + " units]";
  }
}
