package io.tweestap.factor.webauthn;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Public keys as COSE_Key (RFC 9053): which are offered, and whether one is well-formed.
final class CoseKeys {
  static final long EDDSA = -8;
  static final long ES256 = -7;
  static final long RS256 = -257;

  /// What a new key may be, the preferred one first (WA-3).
  static final List<Long> OFFERED = List.of(EDDSA, ES256, RS256);

  private static final int OCTETS = 32;
  private static final int RSA_BITS_MIN = 2048;
  private static final int RSA_BITS_MAX = 8192;

  /// P-256 (FIPS 186-4 appendix D.1.2.3).
  private static final BigInteger P =
      new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);

  private static final BigInteger B =
      new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);
  private static final BigInteger THREE = BigInteger.valueOf(3);

  private CoseKeys() {}

  /// Whether a key is of an offered algorithm, complete, and on its curve (WA-11).
  static boolean isFine(byte[] cose) {
    Map<?, ?> key = Cbor.map(cose);
    return key.get(3L) instanceof Long algorithm
        && (algorithm == ES256
            ? is(key, 1, 2) && is(key, -1, 1) && isOnCurve(octets(key, -2), octets(key, -3))
            : algorithm == EDDSA
                ? is(key, 1, 1) && is(key, -1, 6) && octets(key, -2).length == OCTETS
                : algorithm == RS256 && is(key, 1, 3) && isRsa(octets(key, -1), octets(key, -2)));
  }

  private static boolean is(Map<?, ?> key, long label, long value) {
    return Long.valueOf(value).equals(key.get(label));
  }

  private static byte[] octets(Map<?, ?> key, long label) {
    @Nullable Object value = key.get(label);
    return value instanceof byte[] bytes ? bytes : new byte[0];
  }

  /// y^2 = x^3 - 3x + b.
  private static boolean isOnCurve(byte[] xOctets, byte[] yOctets) {
    if (xOctets.length != OCTETS || yOctets.length != OCTETS) {
      return false;
    }
    BigInteger x = new BigInteger(1, xOctets);
    BigInteger y = new BigInteger(1, yOctets);
    BigInteger right = x.pow(3).subtract(x.multiply(THREE)).add(B).mod(P);
    return x.compareTo(P) < 0 && y.compareTo(P) < 0 && y.pow(2).mod(P).equals(right);
  }

  private static boolean isRsa(byte[] modulus, byte[] exponent) {
    int bits = new BigInteger(1, modulus).bitLength();
    BigInteger e = new BigInteger(1, exponent);
    return bits >= RSA_BITS_MIN
        && bits <= RSA_BITS_MAX
        && e.testBit(0)
        && e.compareTo(THREE) >= 0
        && e.bitLength() <= Long.SIZE;
  }
}
