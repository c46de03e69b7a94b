package io.tweestap.delivery.smpp.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;

/// Makes sound what came over the wire before the library reads it. The library believes every
/// length that it finds, and a thread of its pool ends with each one that is wrong; whoever waits
/// for an answer would wait in vain.
///
/// - A request that cannot be read, or that nobody here expects, becomes an unknown one, which is
///   answered with `generic_nack`.
/// - A response keeps what is needed of it; one that nobody asks for becomes a `generic_nack`.
/// - Optional parameters stay when they are known here and of the right size; at the first that
///   reaches beyond the end, reading stops.
final class Tidy {
  private static final int HEADER = 16;
  private static final int UNKNOWN = 0x7FFF0000;
  private static final int ID_MAX = 64;
  private static final int SYSTEM_ID_MAX = 15;
  private static final int MANDATORY_BEHIND_ADDRESSES = 3;

  /// Sizes of the optional parameters that are used; -1 for any.
  private static final Map<Integer, Integer> SIZES =
      Map.of(
          Inbound.RECEIPTED_MESSAGE_ID, -1,
          Inbound.MESSAGE_STATE, 1,
          Inbound.NETWORK_ERROR_CODE, 3,
          Submission.MESSAGE_PAYLOAD, -1,
          Submission.SAR_REFERENCE, 2,
          Submission.SAR_TOTAL, 1,
          Submission.SAR_NUMBER, 1);

  private Tidy() {}

  /// The unit as the library shall see it; the header is changed to fit.
  static byte[] tidy(Command header, byte[] body) {
    byte[] sound =
        switch (header.getCommandId()) {
          case SMPPConstant.CID_DELIVER_SM -> delivery(header, body);
          case SMPPConstant.CID_SUBMIT_SM_RESP -> text(header, body, ID_MAX);
          case SMPPConstant.CID_BIND_RECEIVER_RESP,
              SMPPConstant.CID_BIND_TRANSMITTER_RESP,
              SMPPConstant.CID_BIND_TRANSCEIVER_RESP ->
              text(header, body, SYSTEM_ID_MAX);
          case SMPPConstant.CID_ENQUIRE_LINK,
              SMPPConstant.CID_ENQUIRE_LINK_RESP,
              SMPPConstant.CID_UNBIND,
              SMPPConstant.CID_UNBIND_RESP,
              SMPPConstant.CID_GENERIC_NACK ->
              new byte[0];
          default -> unexpected(header);
        };
    return whole(header, sound);
  }

  private static byte[] unexpected(Command header) {
    boolean response = (header.getCommandId() & SMPPConstant.MASK_CID_RESP) != 0;
    header.setCommandId(response ? SMPPConstant.CID_GENERIC_NACK : UNKNOWN);
    return new byte[0];
  }

  /// One C-Octet String, cut where it is too long or has no end; none behind an error.
  private static byte[] text(Command header, byte[] body, int most) {
    if (header.getCommandStatus() != SMPPConstant.STAT_ESME_ROK || body.length == 0) {
      return new byte[0];
    }
    int length = 0;
    while (length < body.length && length < most && body[length] != 0) {
      length++;
    }
    return ByteBuffer.allocate(length + 1).put(body, 0, length).array();
  }

  private static byte[] delivery(Command header, byte[] body) {
    ByteBuffer at = ByteBuffer.wrap(body);
    if (!skipMandatory(at)) {
      return unexpected(header);
    }
    ByteArrayOutputStream sound = new ByteArrayOutputStream(body.length);
    sound.write(body, 0, at.position());
    while (at.remaining() >= 4) {
      int tag = Short.toUnsignedInt(at.getShort());
      int length = Short.toUnsignedInt(at.getShort());
      if (length > at.remaining()) {
        break;
      }
      byte[] value = new byte[length];
      at.get(value);
      int size = SIZES.getOrDefault(tag, -2);
      if (size == length || (size == -1 && length <= Short.MAX_VALUE)) {
        sound.writeBytes(
            ByteBuffer.allocate(4).putShort((short) tag).putShort((short) length).array());
        sound.writeBytes(value);
      }
    }
    return sound.toByteArray();
  }

  /// Steps over the fields that every `deliver_sm` has.
  ///
  /// @return false when they are not all there
  private static boolean skipMandatory(ByteBuffer at) {
    boolean there =
        skipText(at)
            && skip(at, 2)
            && skipText(at)
            && skip(at, 2)
            && skipText(at)
            && skip(at, MANDATORY_BEHIND_ADDRESSES)
            && skipText(at)
            && skipText(at)
            && skip(at, 4);
    return there && at.hasRemaining() && skip(at, Byte.toUnsignedInt(at.get()));
  }

  private static boolean skipText(ByteBuffer at) {
    while (at.hasRemaining()) {
      if (at.get() == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean skip(ByteBuffer at, int octets) {
    if (at.remaining() < octets) {
      return false;
    }
    at.position(at.position() + octets);
    return true;
  }

  private static byte[] whole(Command header, byte[] body) {
    header.setCommandLength(HEADER + body.length);
    return ByteBuffer.allocate(HEADER + body.length)
        .putInt(HEADER + body.length)
        .putInt(header.getCommandId())
        .putInt(header.getCommandStatus())
        .putInt(header.getSequenceNumber())
        .put(body)
        .array();
  }
}
