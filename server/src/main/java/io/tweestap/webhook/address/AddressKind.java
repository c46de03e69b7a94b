package io.tweestap.webhook.address;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/// How far an IP address may be trusted as the target of a webhook, by the IANA special-purpose
/// registries (RFC 6890) and the metadata services of the large clouds.
public enum AddressKind {
  /// Reachable by everybody anyway.
  PUBLIC,
  /// A private network or this machine: RFC 1918, loopback, carrier NAT (RFC 6598), unique local
  /// (RFC 4193). Only where the operator allows it.
  PRIVATE,
  /// Never a webhook's business: link-local, multicast, metadata services, documentation,
  /// benchmarks, tunnels into unknown networks.
  FORBIDDEN;

  private static final List<Block> METADATA =
      blocks("168.63.129.16/32", "100.100.100.200/32", "fd00:ec2::/32", "fd20:ce::254/128");
  private static final List<Block> PRIVATE_BLOCKS =
      blocks(
          "10.0.0.0/8",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "127.0.0.0/8",
          "100.64.0.0/10",
          "::1/128",
          "fc00::/7");
  private static final List<Block> FORBIDDEN_V4 =
      blocks(
          "0.0.0.0/8",
          "169.254.0.0/16",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.31.196.0/24",
          "192.52.193.0/24",
          "192.88.99.0/24",
          "192.175.48.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");
  private static final Block GLOBAL_V6 = Block.of("2000::/3");
  private static final List<Block> FORBIDDEN_V6 =
      blocks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");
  private static final Block NAT64 = Block.of("64:ff9b::/96");
  private static final byte[] ISATAP = {0x5e, (byte) 0xfe};

  /// The kind of an address. An IPv4 address inside an IPv6 one (mapped, or by the well-known NAT64
  /// prefix of RFC 6052) counts as itself; 6to4, Teredo and ISATAP are forbidden altogether.
  public static AddressKind of(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (NAT64.contains(bytes)) {
      return of(v4(bytes, 12));
    }
    if (anyContains(METADATA, bytes)) {
      return FORBIDDEN;
    }
    if (anyContains(PRIVATE_BLOCKS, bytes)) {
      return PRIVATE;
    }
    boolean ok = address instanceof Inet4Address ? publicV4(bytes) : publicV6(bytes);
    return ok ? PUBLIC : FORBIDDEN;
  }

  private static boolean publicV4(byte[] bytes) {
    return !anyContains(FORBIDDEN_V4, bytes);
  }

  private static boolean publicV6(byte[] bytes) {
    boolean isatap = Arrays.equals(bytes, 10, 12, ISATAP, 0, 2) && (bytes[8] & 0xfd) == 0;
    return GLOBAL_V6.contains(bytes) && !anyContains(FORBIDDEN_V6, bytes) && !isatap;
  }

  private static boolean anyContains(List<Block> blocks, byte[] bytes) {
    return blocks.stream().anyMatch(block -> block.contains(bytes));
  }

  private static List<Block> blocks(String... texts) {
    return Arrays.stream(texts).map(Block::of).toList();
  }

  private static InetAddress v4(byte[] bytes, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  /// A block of addresses in CIDR form.
  private record Block(byte[] prefix, int bits) {
    static Block of(String text) {
      String[] parts = text.split("/", 2);
      byte[] prefix = InetAddress.ofLiteral(parts[0]).getAddress();
      return new Block(prefix, Integer.parseInt(parts[1]));
    }

    boolean contains(byte[] address) {
      if (address.length != prefix.length) {
        return false;
      }
      int whole = bits / 8;
      int mask = 0xff00 >> (bits % 8) & 0xff;
      return Arrays.equals(address, 0, whole, prefix, 0, whole)
          && (mask == 0 || ((address[whole] ^ prefix[whole]) & mask) == 0);
    }
  }
}
