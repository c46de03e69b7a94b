package io.tweestap.examples.center;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.Totp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/// An authenticator app on a phone, which scans the QR code from the screen. Codes are good once
/// and one step ahead of the clock: a test that asks for the next code need not wait for it.
final class AuthenticatorApp {
  private final OtpSecret secret;
  private long shown;

  private AuthenticatorApp(OtpSecret secret) {
    this.secret = secret;
  }

  /// Scans what the page shows, with `zbarimg`.
  static AuthenticatorApp scan(Page page) throws IOException, InterruptedException {
    Path picture = Path.of("target", "qr.png");
    page.locator(".qr").screenshot(new Locator.ScreenshotOptions().setPath(picture));
    String uri;
    try {
      Process reader =
          new ProcessBuilder("zbarimg", "--quiet", "--raw", picture.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      uri = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      reader.waitFor();
    } catch (IOException _) {
      Chromium.missing("zbarimg");
      throw new AssertionError("unreachable");
    }
    return new AuthenticatorApp(
        OtpSecret.ofBase32(uri.replaceFirst(".*[?&]secret=([A-Z2-7]+).*", "$1")));
  }

  /// A code that was not shown before.
  String code() {
    shown = Math.max(shown + 1, Totp.standard().stepAt(Instant.now()));
    return Totp.standard().codeAtStep(secret, shown);
  }

  /// A code that is not right.
  String wrongCode() {
    String right = Totp.standard().codeAtStep(secret, Totp.standard().stepAt(Instant.now()));
    return (right.charAt(0) == '9' ? '1' : '9') + right.substring(1);
  }
}
