package io.tweestap.shared;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/// An IP address as a source to count by. Never resolves a name.
public final class IpAddress {
  private static final int HALF = 8;

  private IpAddress() {}

  /// Whether it is an IPv4 or IPv6 address, without a zone.
  public static boolean isLiteral(String text) {
    try {
      InetAddress.ofLiteral(text);
      return !text.contains("%");
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// The address itself for IPv4; for IPv6 its first 64 bits, since one visitor owns all the rest.
  public static String countedAs(String literal) {
    InetAddress address = InetAddress.ofLiteral(literal);
    if (address instanceof Inet6Address) {
      return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), HALF));
    }
    return address.getHostAddress();
  }

  /// An address that is counted as this: the reverse of [#countedAs], with zeros for the rest of an
  /// IPv6 address.
  public static String ofCounted(String counted) {
    if (counted.indexOf('.') >= 0 || counted.indexOf(':') >= 0) {
      return counted;
    }
    try {
      byte[] whole = Arrays.copyOf(HexFormat.of().parseHex(counted), 2 * HALF);
      return InetAddress.getByAddress(whole).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("16 bytes are an address", e);
    }
  }
}
