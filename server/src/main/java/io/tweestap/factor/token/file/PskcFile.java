package io.tweestap.factor.token.file;

import io.tweestap.otp.Algorithm;
import io.tweestap.otp.InvalidOtpInput;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.ocra.OcraSuite;
import io.tweestap.otp.pskc.PskcAlgorithm;
import io.tweestap.otp.pskc.PskcContainer;
import io.tweestap.otp.pskc.PskcKey;
import io.tweestap.otp.pskc.PskcPolicy;
import io.tweestap.otp.pskc.PskcReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// A PSKC document (RFC 6030): read as a whole, so that with a wrong key nothing is imported, and
/// then key by key, since one of them may be for something else.
public final class PskcFile {
  private static final int DIGITS_USUAL = 6;
  private static final int PERIOD_USUAL = 30;

  private final PskcReader reader;
  private final Seeds seeds;
  private final Instant now;

  /// @param key the key agreed on with the vendor, if the document is encrypted with one
  /// @param passphrase from which its key is derived, if it is
  /// @param shortSecrets whether secrets below 128 bits are taken
  /// @param now to refuse keys that are not good yet, or no more
  public PskcFile(
      Optional<OtpSecret> key, Optional<String> passphrase, boolean shortSecrets, Instant now) {
    PskcReader plain = PskcReader.plain().allowingShortSecrets();
    PskcReader keyed = key.map(plain::withKey).orElse(plain);
    this.reader = passphrase.map(keyed::withPassphrase).orElse(keyed);
    this.seeds = new Seeds(shortSecrets);
    this.now = now;
  }

  public FileContent read(byte[] document) {
    PskcContainer container;
    try {
      container = reader.read(document);
    } catch (InvalidOtpInput e) {
      return new FileContent.Unreadable(
          e.reason().name().toLowerCase(Locale.ROOT), String.valueOf(e.getMessage()));
    }
    List<FileLine> lines = new ArrayList<>();
    for (PskcKey key : container.keys()) {
      lines.add(line(lines.size() + 1, key));
    }
    return new FileContent.Lines(lines);
  }

  private FileLine line(int number, PskcKey key) {
    try {
      return new FileLine.Fine(number, token(key));
    } catch (UnfitTokenException e) {
      return new FileLine.Broken(number, serial(key), e.code(), e.detail());
    }
  }

  private FileToken token(PskcKey key) {
    check(key.policy(), key.algorithm().kind() == PskcAlgorithm.Kind.OCRA ? "CR" : "OTP");
    PskcKey.Data data = key.data();
    if (data.secret() == null) {
      throw new UnfitTokenException("secret_missing", "the key's secret is kept elsewhere");
    }
    if (key.response().checkDigit()) {
      throw new UnfitTokenException("check_digit", "codes with a check digit are not supported");
    }
    return switch (key.algorithm().kind()) {
      case HOTP ->
          seeds.hotp(
              serial(key),
              data.secret(),
              hash(key),
              digits(key),
              Objects.requireNonNullElse(data.counter(), 0L));
      case TOTP ->
          seeds.totp(
              serial(key),
              data.secret(),
              hash(key),
              digits(key),
              Objects.requireNonNullElse(data.timeIntervalSeconds(), PERIOD_USUAL));
      case OCRA ->
          seeds.ocra(
              serial(key),
              data.secret(),
              suite(key),
              Objects.requireNonNullElse(data.counter(), 0L));
      case PIN, YUBIKEY, OTHER ->
          throw new UnfitTokenException(
              "unknown_type",
              "keys for "
                  + key.algorithm().kind().name().toLowerCase(Locale.ROOT)
                  + " are not taken from PSKC");
    };
  }

  /// RFC 6030 section 5: a key whose policy is not understood must not be used.
  ///
  /// @param usage what the key must be for, where its policy names uses
  private void check(PskcPolicy policy, String usage) {
    boolean fits = policy.usages().isEmpty() || policy.usages().contains(usage);
    boolean local = policy.pin() == null || "Local".equals(policy.pin().usageMode());
    if (!policy.understood() || !fits || !local || policy.transactions() != null) {
      throw new UnfitTokenException("policy", "the key's policy asks for more than codes");
    }
    if (policy.expiry() != null && !policy.expiry().isAfter(now)) {
      throw new UnfitTokenException("expired", "the key's time is over");
    }
    if (policy.start() != null && policy.start().isAfter(now)) {
      throw new UnfitTokenException("not_yet", "the key is not to be used yet");
    }
  }

  /// The suite says how long a response is; a format that says otherwise is for another token.
  private static OcraSuite suite(PskcKey key) {
    OcraSuite suite =
        Seeds.checked(() -> key.algorithm().ocraSuite())
            .orElseThrow(
                () -> new UnfitTokenException("suite_missing", "the key names no OCRA suite"));
    Integer length = key.response().length();
    if (length != null && suite.digits() != 0 && length != suite.digits()) {
      throw new UnfitTokenException("response_format", "suite and response differ in length");
    }
    return suite;
  }

  private static Algorithm hash(PskcKey key) {
    return key.algorithm()
        .hash()
        .orElseThrow(
            () -> new UnfitTokenException("unknown_algorithm", "the key names an unknown hash"));
  }

  private static int digits(PskcKey key) {
    return Objects.requireNonNullElse(key.response().length(), DIGITS_USUAL);
  }

  /// The serial number of the device, else the key's own id.
  private static String serial(PskcKey key) {
    return Optional.ofNullable(key.device().serialNumber()).orElseGet(key::id);
  }
}
