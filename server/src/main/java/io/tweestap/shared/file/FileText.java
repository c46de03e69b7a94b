package io.tweestap.shared.file;

import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The characters of a file: by the mark at its beginning, else by the charset that the request
/// names, else UTF-8. Bytes that are no characters are refused and never replaced.
public final class FileText {
  private static final Map<Charset, byte[]> MARKS =
      Map.of(
          StandardCharsets.UTF_8, new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf},
          StandardCharsets.UTF_16LE, new byte[] {(byte) 0xff, (byte) 0xfe},
          StandardCharsets.UTF_16BE, new byte[] {(byte) 0xfe, (byte) 0xff});

  /// What to do about bytes that are no characters.
  public static final String WRONG_CHARSET =
      "The file has bytes that are no text. Save it as UTF-8, or name its charset.";

  private static final int MARK_MAX = 3;

  private FileText() {}

  public static BufferedReader of(InputStream bytes, @Nullable String named) throws IOException {
    Charset fallback = charset(named);
    PushbackInputStream body = new PushbackInputStream(bytes, MARK_MAX);
    byte[] first = body.readNBytes(MARK_MAX);
    Optional<Map.Entry<Charset, byte[]>> mark =
        MARKS.entrySet().stream().filter(one -> startsWith(first, one.getValue())).findFirst();
    int skipped = mark.map(found -> found.getValue().length).orElse(0);
    body.unread(first, skipped, first.length - skipped);
    return new BufferedReader(
        new InputStreamReader(
            body,
            mark.map(Map.Entry::getKey)
                .orElse(fallback)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)));
  }

  private static boolean startsWith(byte[] bytes, byte[] mark) {
    return bytes.length >= mark.length
        && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
  }

  private static Charset charset(@Nullable String named) {
    try {
      return named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
    } catch (IllegalArgumentException _) {
      throw Problem.of(ProblemCode.INVALID_FILE, "The charset of the file is not known.");
    }
  }
}
