package io.tweestap.factor.token.file;

import io.tweestap.otp.Algorithm;
import io.tweestap.otp.InvalidOtpInput;
import io.tweestap.otp.OtpSecret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Lists of tokens, one a line, with commas or semicolons between the values. Empty lines and those
/// that begin with `#` are skipped.
///
/// OATH: `serial, secret, type, digits, period or counter, algorithm`; all after the type may be
/// missing. The secret is hexadecimal or Base32, the type `totp` or `hotp`.
///
/// Yubico, as `ykman otp` and the Personalization Tool write it: `serial, public id, private id,
/// key, ...`; without public and private id the key is one of HOTP. Also the tool's traditional
/// log: `Yubico OTP, time, slot, public id, private id, key, ...`, whose tokens have their public
/// id as serial number.
public final class CsvLists {
  private static final int YUBICO_VALUES = 4;
  private static final int LOG_VALUES = 6;
  private static final int LOG_DIGITS = 11;

  private final Seeds seeds;

  /// @param shortSecrets whether secrets below 128 bits are taken
  public CsvLists(boolean shortSecrets) {
    this.seeds = new Seeds(shortSecrets);
  }

  /// Reads an OATH list. A first line of names is skipped.
  public List<FileLine> oath(String text) {
    return lines(text, this::oathToken);
  }

  /// Reads a list of YubiKeys.
  public List<FileLine> yubico(String text) {
    return lines(text, this::yubicoToken);
  }

  private interface Reader {
    FileToken read(List<String> values);
  }

  private static List<FileLine> lines(String text, Reader reader) {
    List<FileLine> lines = new ArrayList<>();
    String[] all = text.split("\\R", -1);
    for (int i = 0; i < all.length; i++) {
      String line = all[i].strip();
      boolean skipped = line.isEmpty() || line.startsWith("#") || (i == 0 && isHead(line));
      if (!skipped) {
        lines.add(line(i + 1, values(line), reader));
      }
    }
    return lines;
  }

  private static FileLine line(int number, List<String> values, Reader reader) {
    try {
      return new FileLine.Fine(number, reader.read(values));
    } catch (UnfitTokenException e) {
      return new FileLine.Broken(number, shown(values.getFirst()), e.code(), e.detail());
    } catch (InvalidOtpInput e) {
      return new FileLine.Broken(
          number, shown(values.getFirst()), "invalid_value", String.valueOf(e.getMessage()));
    }
  }

  /// The first value, unless it may be a secret that stands in the wrong place.
  private static String shown(String serial) {
    return serial.length() <= 20 ? serial : "";
  }

  private static boolean isHead(String line) {
    return line.toLowerCase(Locale.ROOT).startsWith("serial");
  }

  private static List<String> values(String line) {
    return Arrays.stream(line.split("[,;]", -1)).map(CsvLists::plain).toList();
  }

  private static String plain(String value) {
    String tidy = value.strip();
    return tidy.length() > 1 && tidy.startsWith("\"") && tidy.endsWith("\"")
        ? tidy.substring(1, tidy.length() - 1)
        : tidy;
  }

  private FileToken oathToken(List<String> values) {
    if (values.size() < 3) {
      throw new UnfitTokenException(
          "missing_value", "a line has a serial number, a secret and a type");
    }
    OtpSecret secret = Seeds.secret(values.get(1));
    Algorithm algorithm = algorithm(value(values, 5, "SHA1"));
    int digits = (int) number(value(values, 3, "6"));
    return switch (values.get(2).toLowerCase(Locale.ROOT)) {
      case "totp" ->
          seeds.totp(values.getFirst(), secret, algorithm, digits, number(value(values, 4, "30")));
      case "hotp" ->
          seeds.hotp(values.getFirst(), secret, algorithm, digits, number(value(values, 4, "0")));
      default -> throw new UnfitTokenException("unknown_type", "the type is totp or hotp");
    };
  }

  private FileToken yubicoToken(List<String> values) {
    String first = values.getFirst().toLowerCase(Locale.ROOT);
    boolean log = first.equals("yubico otp") || first.equals("oath-hotp");
    if (values.size() < (log ? LOG_VALUES : YUBICO_VALUES)) {
      throw new UnfitTokenException("missing_value", "the line is shorter than YubiKey lists are");
    }
    if (log) {
      String publicId = values.get(3);
      return first.equals("yubico otp")
          ? seeds.yubico(publicId, publicId, values.get(4), Seeds.secret(values.get(5)))
          : hotpSlot(publicId, values.get(5), value(values, LOG_DIGITS, "6"));
    }
    String privateId = values.get(2);
    return values.get(1).isEmpty() || privateId.isEmpty() || privateId.equals("0")
        ? hotpSlot(values.getFirst(), values.get(3), "6")
        : seeds.yubico(values.getFirst(), values.get(1), privateId, Seeds.secret(values.get(3)));
  }

  private FileToken hotpSlot(String serial, String key, String digits) {
    return seeds.hotp(serial, Seeds.secret(key), Algorithm.SHA1, (int) number(digits), 0);
  }

  private static String value(List<String> values, int index, String usual) {
    return index < values.size() && !values.get(index).isEmpty() ? values.get(index) : usual;
  }

  private static long number(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw new UnfitTokenException("invalid_number", "digits, period and counter are numbers");
    }
    return Long.parseLong(text);
  }

  private static Algorithm algorithm(String text) {
    String name = text.toUpperCase(Locale.ROOT).replace("HMAC", "").replaceAll("[-_]", "");
    return Arrays.stream(Algorithm.values())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new UnfitTokenException(
                "unknown_algorithm", "the algorithm is SHA1, SHA256 or SHA512"));
  }
}
