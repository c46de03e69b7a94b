package io.tweestap.factor.token.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.factor.token.file.CsvLists;
import io.tweestap.factor.token.file.FileContent;
import io.tweestap.factor.token.file.PskcFile;
import io.tweestap.otp.OtpSecret;
import io.tweestap.shared.web.Fields;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Body of `POST /v1/tokens/import`. `toString` shows none of it.
///
/// @param format `pskc`, `oath_csv` or `yubico_csv`
/// @param content the file
/// @param key in hexadecimal
record ImportBody(
    @Nullable String format,
    @Nullable String content,
    @Nullable String key,
    @Nullable String passphrase,
    @Nullable String batch,
    @Nullable Boolean allowShortSecrets,
    @Nullable String staff) {
  private static final int BATCH_MAX = 100;

  FileContent read(Instant now) {
    String text = Fields.required("content", content);
    boolean shortSecrets = Boolean.TRUE.equals(allowShortSecrets);
    return switch (Fields.required("format", format)) {
      case "pskc" ->
          new PskcFile(readKey(), Optional.ofNullable(passphrase), shortSecrets, now)
              .read(text.getBytes(UTF_8));
      case "oath_csv" -> new FileContent.Lines(new CsvLists(shortSecrets).oath(text));
      case "yubico_csv" -> new FileContent.Lines(new CsvLists(shortSecrets).yubico(text));
      default -> throw Fields.invalid("format", "must be pskc, oath_csv or yubico_csv");
    };
  }

  Optional<String> readBatch() {
    if (batch != null
        && (batch.isBlank()
            || batch.length() > BATCH_MAX
            || batch.codePoints().anyMatch(Character::isISOControl))) {
      throw Fields.invalid("batch", "must have 1 to " + BATCH_MAX + " printable characters");
    }
    return Optional.ofNullable(batch);
  }

  private Optional<OtpSecret> readKey() {
    if (key == null) {
      return Optional.empty();
    }
    try {
      byte[] octets = HexFormat.of().parseHex(key);
      if (octets.length == 16 || octets.length == 24 || octets.length == 32) {
        return Optional.of(OtpSecret.of(octets));
      }
    } catch (IllegalArgumentException _) {
      // Said below.
    }
    throw Fields.invalid("key", "must have 32, 48 or 64 hexadecimal digits");
  }

  @Override
  public String toString() {
    return "ImportBody[" + format + "]";
  }
}
