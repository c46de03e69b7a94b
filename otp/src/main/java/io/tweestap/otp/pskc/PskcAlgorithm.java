package io.tweestap.otp.pskc;

import io.tweestap.otp.Algorithm;
import io.tweestap.otp.InvalidOtpInput;
import io.tweestap.otp.ocra.OcraSuite;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a key is for.
///
/// @param kind the family
/// @param uri the algorithm URI as it stands in the document; empty when it has none
/// @param suite the hash of TOTP or the suite of OCRA, as given; null when absent
public record PskcAlgorithm(Kind kind, String uri, @Nullable String suite) {
  /// Families of algorithms.
  public enum Kind {
    /// RFC 4226; profile in RFC 6030 section 10.1.
    HOTP,
    /// RFC 6238.
    TOTP,
    /// RFC 6287.
    OCRA,
    /// A PIN, stored as a key; profile in RFC 6030 section 10.2.
    PIN,
    /// The AES key of a YubiKey.
    YUBIKEY,
    /// Anything else; see [#uri].
    OTHER
  }

  private static final String PSKC = "urn:ietf:params:xml:ns:keyprov:pskc";

  /// Recognizes the URIs of RFC 6030, those of the draft of further profiles, and Yubico's.
  static PskcAlgorithm of(String uri, @Nullable String suite) {
    String name = uri.startsWith(PSKC) ? uri.substring(PSKC.length()) : "";
    if (name.startsWith("#OCRA-1:")) {
      return new PskcAlgorithm(Kind.OCRA, uri, name.substring(1));
    }
    Kind kind =
        switch (name.toLowerCase(Locale.ROOT)) {
          case ":hotp", "#hotp" -> Kind.HOTP;
          case ":totp", "#totp" -> Kind.TOTP;
          case ":ocra", "#ocra" -> Kind.OCRA;
          case ":pin", "#pin" -> Kind.PIN;
          default -> uri.equals("http://www.yubico.com/#yubikey-aes") ? Kind.YUBIKEY : Kind.OTHER;
        };
    return new PskcAlgorithm(kind, uri, suite);
  }

  /// The suite of an OCRA key; empty for other keys and when the document gives none.
  ///
  /// @throws InvalidOtpInput `OCRA_SUITE`
  public Optional<OcraSuite> ocraSuite() {
    return kind == Kind.OCRA && suite != null
        ? Optional.of(OcraSuite.parse(suite))
        : Optional.empty();
  }

  /// The hash of a HOTP or TOTP key: SHA1 unless the suite names another, as in `HMAC-SHA256`.
  /// Empty for other keys and for a suite that names no hash known here.
  public Optional<Algorithm> hash() {
    if (kind != Kind.HOTP && kind != Kind.TOTP) {
      return Optional.empty();
    }
    String name = suite == null ? "SHA1" : suite.toUpperCase(Locale.ROOT);
    return switch (name.replace("HMAC", "").replace("-", "")) {
      case "SHA1" -> Optional.of(Algorithm.SHA1);
      case "SHA256" -> Optional.of(Algorithm.SHA256);
      case "SHA512" -> Optional.of(Algorithm.SHA512);
      default -> Optional.empty();
    };
  }
}
