package io.tweestap.testkit.webauthn;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;

/// What a key signs with (COSE algorithms).
public enum KeyAlgorithm {
  ES256(-7, "SHA256withECDSA"),
  EDDSA(-8, "Ed25519"),
  RS256(-257, "SHA256withRSA");

  private static final int OCTETS = 32;
  private final int cose;
  private final String signature;

  KeyAlgorithm(int cose, String signature) {
    this.cose = cose;
    this.signature = signature;
  }

  int cose() {
    return cose;
  }

  KeyPair generate(SecureRandom random) {
    try {
      KeyPairGenerator generator =
          KeyPairGenerator.getInstance(
              switch (this) {
                case ES256 -> "EC";
                case EDDSA -> "Ed25519";
                case RS256 -> "RSA";
              });
      switch (this) {
        case ES256 -> generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        case EDDSA -> {}
        case RS256 -> generator.initialize(2048, random);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] sign(PrivateKey key, byte[] data) {
    try {
      Signature signing = Signature.getInstance(signature);
      signing.initSign(key);
      signing.update(data);
      return signing.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The public key as COSE_Key.
  ///
  /// @param algorithm that the key says to be of
  byte[] coseKey(PublicKey key, int algorithm, boolean offCurve) {
    return switch (this) {
      case ES256 -> {
        var point = ((ECPublicKey) key).getW();
        byte[] y = fixed(point.getAffineY());
        if (offCurve) {
          y[OCTETS - 1] ^= 1;
        }
        yield new Cbor()
            .map(5)
            .number(1)
            .number(2)
            .number(3)
            .number(algorithm)
            .number(-1)
            .number(1)
            .number(-2)
            .bytes(fixed(point.getAffineX()))
            .number(-3)
            .bytes(y)
            .done();
      }
      case EDDSA -> {
        byte[] encoded = ((EdECPublicKey) key).getEncoded();
        byte[] x = Arrays.copyOfRange(encoded, encoded.length - OCTETS, encoded.length);
        yield new Cbor()
            .map(4)
            .number(1)
            .number(1)
            .number(3)
            .number(algorithm)
            .number(-1)
            .number(6)
            .number(-2)
            .bytes(x)
            .done();
      }
      case RS256 -> {
        RSAPublicKey rsa = (RSAPublicKey) key;
        yield new Cbor()
            .map(4)
            .number(1)
            .number(3)
            .number(3)
            .number(algorithm)
            .number(-1)
            .bytes(unsigned(rsa.getModulus()))
            .number(-2)
            .bytes(unsigned(rsa.getPublicExponent()))
            .done();
      }
    };
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private static byte[] fixed(BigInteger number) {
    byte[] bytes = unsigned(number);
    byte[] padded = new byte[OCTETS];
    System.arraycopy(bytes, 0, padded, OCTETS - bytes.length, bytes.length);
    return padded;
  }
}
