package io.tweestap.delivery.smpp.wire;

import java.util.Map;

/// One part of a message in the fields of `submit_sm` (SMPP 3.4 section 4.4.1). `toString` shows
/// nothing of it.
///
/// @param esmClass 0x40 when a user data header comes first
/// @param validity as `validity_period` has it; empty for the operator's own
/// @param shortMessage at most 254 octets; empty when the text is an optional parameter
/// @param optional optional parameters by tag, in the order in which they are sent
public record Submission(
    String serviceType,
    Address source,
    Address destination,
    int esmClass,
    int priority,
    String validity,
    boolean receiptWanted,
    int dataCoding,
    byte[] shortMessage,
    Map<Integer, byte[]> optional) {
  public static final int USER_MESSAGE_REFERENCE = 0x0204;
  public static final int SAR_REFERENCE = 0x020C;
  public static final int SAR_TOTAL = 0x020E;
  public static final int SAR_NUMBER = 0x020F;
  public static final int MESSAGE_PAYLOAD = 0x0424;

  /// An address with its type and plan (sections 5.2.5 and 5.2.6).
  ///
  /// @param ton type of number, 0 to 6
  /// @param npi numbering plan indicator
  public record Address(int ton, int npi, String text) {
    /// The operator's own choice.
    public static final Address NONE = new Address(0, 0, "");

    @Override
    public String toString() {
      return "Address[" + ton + "/" + npi + "]";
    }
  }

  @Override
  public String toString() {
    return "Submission[" + shortMessage.length + " octets]";
  }
}
