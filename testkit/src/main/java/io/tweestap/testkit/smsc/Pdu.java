package io.tweestap.testkit.smsc;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/// One unit of SMPP 3.4 (section 3.2): a header of 16 octets and a body.
///
/// @param command `command_id`
/// @param status `command_status`, 0 in requests
/// @param sequence `sequence_number`
public record Pdu(int command, int status, int sequence, byte[] body) {
  public static final int BIND_RECEIVER = 0x01;
  public static final int BIND_TRANSMITTER = 0x02;
  public static final int SUBMIT_SM = 0x04;
  public static final int DELIVER_SM = 0x05;
  public static final int UNBIND = 0x06;
  public static final int BIND_TRANSCEIVER = 0x09;
  public static final int ENQUIRE_LINK = 0x15;
  public static final int GENERIC_NACK = 0x80000000;

  /// What a response has and its request has not.
  public static final int RESPONSE = 0x80000000;

  private static final int HEADER = 16;
  private static final int LENGTH_MAX = 1 << 20;

  /// Reads one whole unit.
  ///
  /// @throws IOException at the end of the stream, or when the length cannot be right
  static Pdu read(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < HEADER || length > LENGTH_MAX) {
      throw new IOException("a length of " + length);
    }
    int command = in.readInt();
    int status = in.readInt();
    int sequence = in.readInt();
    byte[] body = new byte[length - HEADER];
    in.readFully(body);
    return new Pdu(command, status, sequence, body);
  }

  /// The answer to this request.
  Pdu answer(int withStatus, byte[] withBody) {
    return new Pdu(command | RESPONSE, withStatus, sequence, withBody);
  }

  boolean isBind() {
    return command == BIND_RECEIVER || command == BIND_TRANSMITTER || command == BIND_TRANSCEIVER;
  }

  boolean isResponse() {
    return (command & RESPONSE) != 0;
  }

  /// As it goes over the wire.
  public byte[] bytes() {
    return ByteBuffer.allocate(HEADER + body.length)
        .putInt(HEADER + body.length)
        .putInt(command)
        .putInt(status)
        .putInt(sequence)
        .put(body)
        .array();
  }

  /// For the eyes of whoever reads a failed test.
  @Override
  public String toString() {
    return "Pdu[%08x, status %x, number %d, %s]"
        .formatted(command, status, sequence, HexFormat.of().formatHex(body));
  }
}
