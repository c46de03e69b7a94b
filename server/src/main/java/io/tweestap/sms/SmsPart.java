package io.tweestap.sms;

/// One part in bytes, as a carrier hands it on. `toString` shows no text.
///
/// @param number 1 for the first
/// @param total parts of the message
/// @param reference what the parts of one message share, 0 to 65535; SAR fields carry it
/// @param header the user data header with its length before it; empty when there is none
/// @param text one septet in each byte, not packed, or UTF-16BE
public record SmsPart(int number, int total, int reference, byte[] header, byte[] text) {
  /// Whether the carrier must say that a header comes first (`esm_class` 0x40).
  public boolean hasHeader() {
    return header.length > 0;
  }

  /// Header and text: the `short_message` of SMPP.
  public byte[] bytes() {
    byte[] both = new byte[header.length + text.length];
    System.arraycopy(header, 0, both, 0, header.length);
    System.arraycopy(text, 0, both, header.length, text.length);
    return both;
  }

  @Override
  public String toString() {
    return "SmsPart[" + number + " of " + total + ", " + text.length + " bytes]";
  }
}
