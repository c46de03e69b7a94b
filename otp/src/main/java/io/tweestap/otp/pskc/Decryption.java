package io.tweestap.otp.pskc;

import static io.tweestap.otp.InvalidOtpInput.Reason.PSKC_KEY_MISSING;
import static io.tweestap.otp.InvalidOtpInput.Reason.PSKC_MAC_MISSING;
import static io.tweestap.otp.InvalidOtpInput.Reason.PSKC_MAC_WRONG;
import static io.tweestap.otp.InvalidOtpInput.Reason.PSKC_METHOD;
import static io.tweestap.otp.InvalidOtpInput.Reason.PSKC_VALUE;

import io.tweestap.otp.InvalidOtpInput;
import io.tweestap.otp.OtpSecret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Opens the encrypted values of one container (RFC 6030 section 6): first the MAC over the
/// ciphertext, then the cipher. Keys are worked out when the first value needs them, once.
final class Decryption {
  private final Optional<Xml> encryptionKey;
  private final Optional<Xml> macMethod;
  private final @Nullable OtpSecret preSharedKey;
  private final @Nullable String passphrase;
  private byte @Nullable [] key;
  private byte @Nullable [] macKey;

  Decryption(Xml container, @Nullable OtpSecret preSharedKey, @Nullable String passphrase) {
    this.encryptionKey = container.child("EncryptionKey");
    this.macMethod = container.child("MACMethod");
    this.preSharedKey = preSharedKey;
    this.passphrase = passphrase;
  }

  /// The plain octets of an `EncryptedValue`.
  ///
  /// @param valueMac the `ValueMAC` beside it; null when there is none
  byte[] open(Xml encryptedValue, @Nullable Xml valueMac) {
    CipherMethod method = method(encryptedValue);
    byte[] value = cipherValue(encryptedValue);
    if (valueMac != null && macMethod.isPresent()) {
      checkMac(macMethod.get(), value, valueMac.base64());
    } else if (method.needsMac()) {
      throw new InvalidOtpInput(PSKC_MAC_MISSING, "an encrypted value has no MAC");
    }
    return method.decrypt(key(), value);
  }

  private void checkMac(Xml method, byte[] value, byte[] expected) {
    byte[] computed = hmac(macAlgorithm(method.algorithm()), macKey(method), value);
    if (!MessageDigest.isEqual(computed, expected)) {
      throw new InvalidOtpInput(PSKC_MAC_WRONG, "wrong MAC: wrong key or altered document");
    }
  }

  private static byte[] hmac(String name, byte[] key, byte[] value) {
    try {
      Mac mac = Mac.getInstance(name);
      mac.init(new SecretKeySpec(key, name));
      return mac.doFinal(value);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + name, e);
    }
  }

  private byte[] macKey(Xml method) {
    if (macKey == null) {
      Optional<Xml> wrapped = method.child("MACKey");
      if (wrapped.isEmpty() && method.child("MACKeyReference").isPresent()) {
        throw new InvalidOtpInput(PSKC_METHOD, "a MAC key kept elsewhere is not supported");
      }
      // Without a MAC key of its own, the MAC is made with the encryption key (section 6.1.1).
      macKey =
          wrapped.map(xml -> method(xml).decrypt(key(), cipherValue(xml))).orElseGet(this::key);
      if (macKey.length == 0) {
        throw new InvalidOtpInput(PSKC_VALUE, "the MAC key is empty");
      }
    }
    return macKey;
  }

  private byte[] key() {
    if (key == null) {
      Optional<Xml> derived = encryptionKey.flatMap(xml -> xml.child("DerivedKey"));
      key = derived.isPresent() ? derive(derived.get()) : preShared();
    }
    return key;
  }

  private byte[] preShared() {
    if (encryptionKey.flatMap(xml -> xml.child("X509Data")).isPresent()) {
      throw new InvalidOtpInput(PSKC_METHOD, "encryption to a certificate is not supported");
    }
    if (preSharedKey == null) {
      throw new InvalidOtpInput(PSKC_KEY_MISSING, "the document needs its pre-shared key");
    }
    return preSharedKey.bytes();
  }

  private byte[] derive(Xml derivedKey) {
    Xml method = derivedKey.need("KeyDerivationMethod");
    if (!method.algorithm().endsWith("#pbkdf2")) {
      throw new InvalidOtpInput(PSKC_METHOD, "unknown key derivation method");
    }
    if (passphrase == null || passphrase.isEmpty()) {
      throw new InvalidOtpInput(PSKC_KEY_MISSING, "the document needs its passphrase");
    }
    Xml parameters = method.need("PBKDF2-params");
    byte[] salt = parameters.need("Salt").need("Specified").base64();
    String rounds = parameters.need("IterationCount").text();
    long iterations = Numbers.parse(rounds, 1, PskcReader.MAX_ITERATIONS);
    long bytes = Numbers.parse(parameters.need("KeyLength").text(), 1, 64);
    if (salt.length == 0) {
      throw new InvalidOtpInput(PSKC_VALUE, "the salt is empty");
    }
    String prf = parameters.child("PRF").map(Xml::algorithm).orElse("");
    String mac = prf.isEmpty() ? "HmacSHA1" : macAlgorithm(prf);
    return pbkdf2(
        mac, new PBEKeySpec(passphrase.toCharArray(), salt, (int) iterations, (int) bytes * 8));
  }

  private static byte[] pbkdf2(String mac, PBEKeySpec spec) {
    try {
      return SecretKeyFactory.getInstance("PBKDF2With" + mac).generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no PBKDF2With" + mac, e);
    }
  }

  private static String macAlgorithm(String uri) {
    return switch (uri.substring(uri.lastIndexOf('#') + 1)) {
      case "hmac-sha1" -> "HmacSHA1";
      case "hmac-sha256" -> "HmacSHA256";
      case "hmac-sha384" -> "HmacSHA384";
      case "hmac-sha512" -> "HmacSHA512";
      default -> throw new InvalidOtpInput(PSKC_METHOD, "unknown MAC method");
    };
  }

  private static CipherMethod method(Xml encrypted) {
    return CipherMethod.of(encrypted.need("EncryptionMethod").algorithm());
  }

  private static byte[] cipherValue(Xml encrypted) {
    return encrypted.need("CipherData").need("CipherValue").base64();
  }
}
