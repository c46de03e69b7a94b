package io.tweestap.factor.apppassword;

import java.net.InetAddress;
import java.util.regex.Pattern;

/// A range of IP addresses that an app password may be used from, in CIDR form (RFC 4632):
/// `192.0.2.0/24`, `2001:db8::/32`, or one address. Names are never looked up.
public record SourceNetwork(InetAddress address, int prefixLength) {
  private static final Pattern BITS = Pattern.compile("[0-9]{1,3}");

  public SourceNetwork {
    if (prefixLength < 0 || prefixLength > address.getAddress().length * 8) {
      throw new IllegalArgumentException("the prefix length does not fit the address");
    }
  }

  /// Reads the usual form.
  ///
  /// @throws IllegalArgumentException when it is not an address or network
  public static SourceNetwork of(String text) {
    int slash = text.indexOf('/');
    String literal = slash < 0 ? text : text.substring(0, slash);
    if (literal.contains("%")) {
      throw new IllegalArgumentException("an interface is not part of a network");
    }
    InetAddress address = InetAddress.ofLiteral(literal);
    if (slash < 0) {
      return new SourceNetwork(address, address.getAddress().length * 8);
    }
    String bits = text.substring(slash + 1);
    if (!BITS.matcher(bits).matches()) {
      throw new IllegalArgumentException("the prefix length is a number");
    }
    return new SourceNetwork(address, Integer.parseInt(bits));
  }

  /// Whether an address lies in this range.
  public boolean contains(InetAddress candidate) {
    byte[] ours = address.getAddress();
    byte[] theirs = candidate.getAddress();
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

  /// As it is stored and shown: `192.0.2.0/24`.
  public String text() {
    return address.getHostAddress() + "/" + prefixLength;
  }

  @Override
  public String toString() {
    return text();
  }
}
