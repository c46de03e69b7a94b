package io.tweestap.testkit.smsc;

/// Who wants to bind, and as what (section 4.1).
///
/// @param command one of the three of [Pdu]
/// @param version `interface_version`
public record BindRequest(
    int command, String systemId, String password, String systemType, int version) {
  static BindRequest of(Pdu pdu) {
    Fields fields = new Fields(pdu.body());
    return new BindRequest(
        pdu.command(), fields.text(), fields.text(), fields.text(), fields.octet());
  }
}
