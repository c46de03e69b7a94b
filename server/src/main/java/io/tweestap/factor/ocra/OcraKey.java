package io.tweestap.factor.ocra;

import io.tweestap.otp.Algorithm;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.ocra.OcraInput;
import io.tweestap.otp.ocra.OcraSuite;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What only the verifier and the device know: the secret, and the hash of the PIN where the suite
/// has one. Both are sealed as one value, because a PIN's hash gives the PIN away.
record OcraKey(OtpSecret secret, byte @Nullable [] pinHash) {
  /// @param pin as the user will type it into the device; empty where the suite has none
  static OcraKey of(OcraSuite suite, OtpSecret secret, Optional<String> pin) {
    Optional<Algorithm> algorithm = suite.pinHash();
    if (algorithm.isPresent() != pin.isPresent()) {
      throw new IllegalArgumentException("a PIN goes with a suite that has one, and only with it");
    }
    return new OcraKey(
        secret,
        pin.map(typed -> algorithm.orElseThrow().hash(typed.getBytes(StandardCharsets.UTF_8)))
            .orElse(null));
  }

  /// Length of the secret, the secret, the PIN's hash.
  byte[] bytes() {
    byte[] octets = secret.bytes();
    byte[] pin = pinHash == null ? new byte[0] : pinHash;
    return ByteBuffer.allocate(Short.BYTES + octets.length + pin.length)
        .putShort((short) octets.length)
        .put(octets)
        .put(pin)
        .array();
  }

  static OcraKey read(byte[] bytes) {
    int length = ByteBuffer.wrap(bytes).getShort();
    int end = Short.BYTES + length;
    byte[] pin = Arrays.copyOfRange(bytes, end, bytes.length);
    return new OcraKey(
        OtpSecret.of(Arrays.copyOfRange(bytes, Short.BYTES, end)), pin.length == 0 ? null : pin);
  }

  /// The input with the PIN, where there is one.
  OcraInput withPin(OcraInput input) {
    return pinHash == null ? input : input.withPinHash(pinHash);
  }

  @Override
  public String toString() {
    return "OcraKey[]";
  }
}
