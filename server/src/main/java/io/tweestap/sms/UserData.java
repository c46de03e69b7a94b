package io.tweestap.sms;

import java.util.Arrays;
import java.util.Optional;

/// What came as the text of a message from a handset: its header taken apart, and the rest (3GPP TS
/// 23.040 section 9.2.3.24). Elements may stand in any order, and those that mean nothing here are
/// passed over.
///
/// @param number which part it is; empty when the header does not say so
public record UserData(ReceivedPart part, Optional<PartNumber> number) {
  private static final int PARTS_8 = 0x00;
  private static final int PARTS_16 = 0x08;
  private static final int SINGLE_SHIFT = 0x24;
  private static final int LOCKING_SHIFT = 0x25;

  /// Takes it apart. A header that runs over the end of the octets is none, and nothing of it is a
  /// text that anybody wrote: it all counts as binary.
  public static UserData read(int dataCoding, boolean hasHeader, byte[] octets) {
    ReceivedCoding coding = ReceivedCoding.of(dataCoding);
    if (!hasHeader) {
      return new UserData(new ReceivedPart(coding, 0, 0, octets), Optional.empty());
    }
    return Header.read(octets)
        .map(header ->
            new UserData(
                new ReceivedPart(coding, header.single, header.locking, header.rest(octets)),
                header.number))
        .orElseGet(() ->
            new UserData(new ReceivedPart(ReceivedCoding.BINARY, 0, 0, octets), Optional.empty()));
  }

  /// Reads elements: name, length, value.
  private static final class Header {
    private final int end;
    private int single;
    private int locking;
    private Optional<PartNumber> number = Optional.empty();

    private Header(int end) {
      this.end = end;
    }

    static Optional<Header> read(byte[] octets) {
      int end = octets.length == 0 ? 0 : 1 + at(octets, 0);
      if (end == 0 || end > octets.length) {
        return Optional.empty();
      }
      Header header = new Header(end);
      int next = 1;
      while (next < end) {
        int length = next + 1 < end ? at(octets, next + 1) : end;
        if (next + 2 + length > end) {
          return Optional.empty();
        }
        header.element(at(octets, next), octets, next + 2, length);
        next += 2 + length;
      }
      return Optional.of(header);
    }

    /// Of several of a kind the last one counts.
    private void element(int name, byte[] octets, int from, int length) {
      if (name == PARTS_8 && length == 3) {
        number = number(at(octets, from), octets, from + 1);
      } else if (name == PARTS_16 && length == 4) {
        number = number(at(octets, from) << 8 | at(octets, from + 1), octets, from + 2);
      } else if (name == SINGLE_SHIFT && length == 1) {
        single = at(octets, from);
      } else if (name == LOCKING_SHIFT && length == 1) {
        locking = at(octets, from);
      }
    }

    private static Optional<PartNumber> number(int reference, byte[] octets, int from) {
      return PartNumber.of(reference, at(octets, from), at(octets, from + 1));
    }

    private byte[] rest(byte[] octets) {
      return Arrays.copyOfRange(octets, end, octets.length);
    }

    private static int at(byte[] octets, int index) {
      return Byte.toUnsignedInt(octets[index]);
    }
  }
}
