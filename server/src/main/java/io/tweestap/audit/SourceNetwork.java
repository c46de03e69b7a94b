package io.tweestap.audit;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/// Where something came from, no closer than its network (PRV-7): the first 24 bits of an IPv4
/// address, the first 48 of an IPv6 address.
public final class SourceNetwork {
  private static final int BYTES_4 = 3;
  private static final int BYTES_6 = 6;

  private SourceNetwork() {}

  /// `203.0.113.0/24` or `2001:db8:7:0:0:0:0:0/48`; empty when it is neither an address nor such a
  /// network. Never resolves a name.
  public static Optional<String> of(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    try {
      return Optional.of(shortened(InetAddress.ofLiteral(address)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String shortened(InetAddress address) {
    byte[] bytes = address.getAddress();
    int kept = address instanceof Inet4Address ? BYTES_4 : BYTES_6;
    Arrays.fill(bytes, kept, bytes.length, (byte) 0);
    try {
      return InetAddress.getByAddress(bytes).getHostAddress() + "/" + kept * 8;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("4 or 16 bytes are an address", e);
    }
  }
}
