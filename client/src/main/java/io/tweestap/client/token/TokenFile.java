package io.tweestap.client.token;

import io.tweestap.client.http.Body;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A delivery of tokens.
public final class TokenFile extends Body<TokenFile> {
  private TokenFile(Map<String, @Nullable Object> fields) {
    super(fields, TokenFile::new);
  }

  /// A PSKC document (RFC 6030).
  public static TokenFile pskc(String content) {
    return of("pskc", content);
  }

  /// Lines of serial number, secret (hexadecimal or Base32), `totp` or `hotp`, digits, period or
  /// counter, algorithm.
  public static TokenFile oathCsv(String content) {
    return of("oath_csv", content);
  }

  /// What `ykman otp` and the Personalization Tool write.
  public static TokenFile yubicoCsv(String content) {
    return of("yubico_csv", content);
  }

  private static TokenFile of(String format, String content) {
    return new TokenFile(Map.of()).with("format", format).with("content", content);
  }

  /// The AES key agreed on with the vendor, in hexadecimal, for an encrypted PSKC document.
  public TokenFile key(String key) {
    return with("key", key);
  }

  /// The passphrase from which a PSKC document's key is derived.
  public TokenFile passphrase(String passphrase) {
    return with("passphrase", passphrase);
  }

  /// What the delivery is to be called.
  public TokenFile batch(String batch) {
    return with("batch", batch);
  }

  /// Take secrets below 128 bits too. Codes of such tokens are easier to compute from a few seen
  /// ones.
  public TokenFile allowShortSecrets(boolean allowShortSecrets) {
    return with("allow_short_secrets", allowShortSecrets);
  }

  /// Who of your staff does it, for the audit.
  public TokenFile staff(String staff) {
    return with("staff", staff);
  }
}
