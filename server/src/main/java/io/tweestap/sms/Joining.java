package io.tweestap.sms;

/// How a link is told that parts belong together.
public enum Joining {
  /// In the user data header, with a reference of 8 bits (3GPP TS 23.040, element 00).
  UDH_8(5),
  /// In the user data header, with a reference of 16 bits (element 08).
  UDH_16(6),
  /// In the fields `sar_*` of SMPP; the operator writes the header, with 8 bits as is usual.
  SAR(5),
  /// Not at all: the link takes the whole text in `message_payload`, and the operator splits it.
  PAYLOAD(5);

  private final int octets;

  Joining(int octets) {
    this.octets = octets;
  }

  /// What the header of a part takes for this on the air.
  int octets() {
    return octets;
  }

  /// Whether we write this into the header of a part ourselves.
  boolean isInHeader() {
    return this == UDH_8 || this == UDH_16;
  }
}
