package io.tweestap.otp.pskc;

import io.tweestap.otp.InvalidOtpInput;
import io.tweestap.otp.OtpSecret;
import org.jspecify.annotations.Nullable;

/// Reads PSKC 1.0 documents (RFC 6030). Immutable: each `with` gives a new reader.
///
/// A document is taken as a whole or refused as a whole, so that no half of a delivery is imported.
/// Known methods: AES-CBC and AES key wrap with 128, 192 and 256 bit, PBKDF2, HMAC with SHA-1 and
/// SHA-2. Document type declarations and external entities are refused, and XML signatures are not
/// checked.
public final class PskcReader {
  /// The largest document, in octets.
  public static final int MAX_BYTES = 16 * 1024 * 1024;

  /// The most keys in a document.
  public static final int MAX_KEYS = 100_000;

  /// The most PBKDF2 rounds agreed to, since the document asks and we compute.
  public static final int MAX_ITERATIONS = 5_000_000;

  private final @Nullable OtpSecret preSharedKey;
  private final @Nullable String passphrase;
  private final boolean shortSecrets;

  private PskcReader(
      @Nullable OtpSecret preSharedKey, @Nullable String passphrase, boolean shortSecrets) {
    this.preSharedKey = preSharedKey;
    this.passphrase = passphrase;
    this.shortSecrets = shortSecrets;
  }

  /// A reader for documents that are not encrypted.
  public static PskcReader plain() {
    return new PskcReader(null, null, false);
  }

  /// A reader that has the AES key agreed on with the vendor: 16, 24 or 32 octets, as the
  /// document's method says.
  public PskcReader withKey(OtpSecret key) {
    return new PskcReader(key, passphrase, shortSecrets);
  }

  /// A reader that has the passphrase from which the document's key is derived; not empty.
  public PskcReader withPassphrase(String text) {
    return new PskcReader(preSharedKey, text, shortSecrets);
  }

  /// A reader that also takes HOTP secrets below 16 octets, which RFC 6030 section 10.1 forbids.
  public PskcReader allowingShortSecrets() {
    return new PskcReader(preSharedKey, passphrase, true);
  }

  /// Reads a document.
  ///
  /// @throws InvalidOtpInput one of the `PSKC_` reasons, or `SECRET_LENGTH`
  public PskcContainer read(byte[] document) {
    Xml root = Xml.parse(document);
    Decryption decryption = new Decryption(root, preSharedKey, passphrase);
    return new KeyParser(decryption, shortSecrets).container(root);
  }

  @Override
  public String toString() {
    return "PskcReader("
        + (preSharedKey == null ? "" : "key ")
        + (passphrase == null ? "" : "passphrase ")
        + (shortSecrets ? "short secrets" : "")
        + ")";
  }
}
