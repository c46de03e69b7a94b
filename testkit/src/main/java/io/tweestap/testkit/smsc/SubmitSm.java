package io.tweestap.testkit.smsc;

import java.util.Map;
import java.util.Objects;

/// A message as it was submitted (section 4.4.1), field by field.
///
/// @param number how many were submitted before it to this SMSC, from 0
/// @param session which connection it came over, from 0
/// @param optional optional parameters by tag, in their order
public record SubmitSm(
    int number,
    int session,
    String serviceType,
    int sourceTon,
    int sourceNpi,
    String source,
    int destinationTon,
    int destinationNpi,
    String destination,
    int esmClass,
    int priority,
    String validity,
    int registeredDelivery,
    int dataCoding,
    byte[] shortMessage,
    Map<Integer, byte[]> optional) {
  static SubmitSm of(Pdu pdu, int number, int session) {
    Fields fields = new Fields(pdu.body());
    String serviceType = fields.text();
    int sourceTon = fields.octet();
    int sourceNpi = fields.octet();
    String source = fields.text();
    int destinationTon = fields.octet();
    int destinationNpi = fields.octet();
    String destination = fields.text();
    int esmClass = fields.octet();
    fields.octet();
    int priority = fields.octet();
    fields.text();
    String validity = fields.text();
    int registered = fields.octet();
    fields.octet();
    int coding = fields.octet();
    fields.octet();
    byte[] message = fields.octets(fields.octet());
    return new SubmitSm(
        number,
        session,
        serviceType,
        sourceTon,
        sourceNpi,
        source,
        destinationTon,
        destinationNpi,
        destination,
        esmClass,
        priority,
        validity,
        registered,
        coding,
        message,
        fields.optional());
  }

  /// An optional parameter that is there.
  public byte[] optional(int tag) {
    return Objects.requireNonNull(optional.get(tag), () -> "no parameter %04x".formatted(tag));
  }
}
