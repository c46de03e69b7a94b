package io.tweestap.delivery.smpp.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jspecify.annotations.Nullable;

/// What an operator delivered (`deliver_sm`, section 4.6.1): a receipt or a message from a handset.
/// `toString` shows nothing of it.
///
/// @param esmClass what it is, and whether a user data header comes first
/// @param text the octets of the text, wherever they came
/// @param optional the optional parameters that mean something here, by tag
public record Inbound(
    String source,
    String destination,
    int esmClass,
    int dataCoding,
    byte[] text,
    Map<Integer, byte[]> optional) {
  public static final int RECEIPTED_MESSAGE_ID = 0x001E;
  public static final int NETWORK_ERROR_CODE = 0x0423;
  public static final int MESSAGE_STATE = 0x0427;

  private static final int TYPE = 0x3C;
  private static final int RECEIPT = 0x04;
  private static final int INTERMEDIATE = 0x20;
  private static final int HEADER = 0x40;

  /// Whether it tells what became of a message out (section 5.2.12). Some operators do not mark
  /// their receipts as such, others name an id in what people write: a state must come with it.
  public boolean isReceipt() {
    int type = esmClass & TYPE;
    return type == RECEIPT
        || type == INTERMEDIATE
        || (type == 0 && optional.containsKey(RECEIPTED_MESSAGE_ID) && namesState());
  }

  private boolean namesState() {
    return optional.containsKey(MESSAGE_STATE)
        || new String(text, ISO_8859_1)
            .replace("\0", "")
            .toLowerCase(Locale.ROOT)
            .contains("stat:");
  }

  /// Whether a user data header comes first in the text.
  public boolean hasHeader() {
    return (esmClass & HEADER) != 0;
  }

  /// An optional parameter; empty when it did not come.
  public Optional<byte[]> optional(int tag) {
    return Optional.ofNullable(optional.get(tag));
  }

  static Inbound of(DeliverSm delivered) {
    Map<Integer, byte[]> optional = new HashMap<>();
    for (OptionalParameter parameter : delivered.getOptionalParameters()) {
      optional.put(Short.toUnsignedInt(parameter.tag), value(parameter));
    }
    byte[] text = delivered.getShortMessage();
    byte[] payload = optional.get(Submission.MESSAGE_PAYLOAD);
    return new Inbound(
        or(delivered.getSourceAddr()),
        or(delivered.getDestAddress()),
        Byte.toUnsignedInt(delivered.getEsmClass()),
        Byte.toUnsignedInt(delivered.getDataCoding()),
        text.length == 0 && payload != null ? payload : text,
        Map.copyOf(optional));
  }

  /// Behind tag and length, both of two octets.
  private static byte[] value(OptionalParameter parameter) {
    byte[] all = parameter.serialize();
    return Arrays.copyOfRange(all, 4, all.length);
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }

  @Override
  public String toString() {
    return "Inbound[" + (isReceipt() ? "receipt" : "message") + "]";
  }
}
