package io.tweestap.testkit.smsc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/// Writes the body of a `deliver_sm` (section 4.6.1): a message from a handset, or a receipt.
public final class Delivery {
  private final ByteArrayOutputStream optional = new ByteArrayOutputStream();
  private String source = "31612345678";
  private String destination = "Tweestap";
  private int esmClass;
  private int dataCoding;
  private byte[] shortMessage = {};

  /// A receipt (`esm_class` 0x04) with a text such as appendix B describes.
  public static Delivery receipt(String text) {
    Delivery receipt = new Delivery();
    receipt.esmClass = 0x04;
    receipt.shortMessage = text.getBytes(ISO_8859_1);
    return receipt;
  }

  /// A message from a handset.
  public static Delivery message(String text) {
    Delivery message = new Delivery();
    message.shortMessage = text.getBytes(ISO_8859_1);
    return message;
  }

  public Delivery from(String number) {
    this.source = number;
    return this;
  }

  public Delivery to(String number) {
    this.destination = number;
    return this;
  }

  public Delivery esmClass(int octet) {
    this.esmClass = octet;
    return this;
  }

  /// The text as octets, in a coding of one's own.
  public Delivery coded(int coding, byte[] octets) {
    this.dataCoding = coding;
    this.shortMessage = octets;
    return this;
  }

  /// Adds an optional parameter.
  public Delivery with(int tag, byte[] value) {
    optional.writeBytes(
        ByteBuffer.allocate(4).putShort((short) tag).putShort((short) value.length).array());
    optional.writeBytes(value);
    return this;
  }

  /// Adds an optional parameter that is a C-Octet String.
  public Delivery with(int tag, String value) {
    return with(tag, (value + "\0").getBytes(ISO_8859_1));
  }

  /// The body.
  public byte[] bytes() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(0);
    address(body, source);
    address(body, destination);
    body.write(esmClass);
    body.writeBytes(new byte[4]);
    body.writeBytes(new byte[] {0, 0, (byte) dataCoding, 0});
    body.write(shortMessage.length);
    body.writeBytes(shortMessage);
    body.writeBytes(optional.toByteArray());
    return body.toByteArray();
  }

  private static void address(ByteArrayOutputStream body, String address) {
    boolean digits = address.chars().allMatch(Character::isDigit);
    body.write(digits ? 1 : 5);
    body.write(digits ? 1 : 0);
    body.writeBytes((address + "\0").getBytes(ISO_8859_1));
  }
}
