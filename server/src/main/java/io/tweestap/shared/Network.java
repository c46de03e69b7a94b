package io.tweestap.shared;

import java.net.InetAddress;

/// A range of IP addresses in CIDR form (RFC 4632): `10.0.0.0/8`, `2001:db8::/32`, or one address.
public record Network(InetAddress address, int prefixLength) {
  public Network {
    if (prefixLength < 0 || prefixLength > address.getAddress().length * 8) {
      throw new IllegalArgumentException("the prefix length does not fit the address");
    }
  }

  /// Reads the usual form. Host names are refused: a look-up could change who is trusted.
  ///
  /// Spring turns settings into networks with it.
  ///
  /// @throws IllegalArgumentException when it is not an address or network
  public static Network valueOf(String text) {
    int slash = text.indexOf('/');
    InetAddress address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
    int bits = address.getAddress().length * 8;
    return new Network(address, slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1)));
  }

  /// Whether an address, written as digits, lies in this range.
  ///
  /// @throws IllegalArgumentException when it is not an address
  public boolean contains(String candidate) {
    byte[] ours = address.getAddress();
    byte[] theirs = InetAddress.ofLiteral(candidate).getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < prefixLength; bit++) {
      int mask = 0x80 >>> (bit & 7);
      if (((ours[bit >>> 3] ^ theirs[bit >>> 3]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
