package io.tweestap.sms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Our counts are those of an independent calculator, npm `sms-segments-calculator`: of texts that
/// were counted once, and of random ones that it counts now. Two differences are meant and left out
/// of the random ones: it splits a carriage return from its line feed, and it knows the clusters of
/// an older Unicode.
@DisplayName("SMS-4: parts are counted as an independent calculator counts them")
class CalculatorTest {
  private static final String PACKAGE = "sms-segments-calculator@1.3.0";
  private static final Path HOME = Path.of("target", "segments-calculator");
  private static final List<List<String>> KINDS =
      List.of(
          List.of("a", "Z", "7", " ", "@", "_"),
          List.of("é", "Ø", "ß", "Δ", "¿", "\n"),
          List.of("€", "[", "\\", "~", "\f"),
          List.of("Ж", "я", "ç", "“", "…", "日"),
          List.of("😀", "🎉", "👍🏽", "e\u0301", "👨‍👩‍👧"));

  @Test
  void committedTextsHaveTheCountsOfTheCalculator() throws IOException {
    List<String> rows = Files.readAllLines(resource("corpus.tsv"), UTF_8);
    assertThat(rows).hasSize(401);
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split("\t", -1);
      assertThat(said(unescaped(cells[2]))).as(cells[2]).isEqualTo(cells[0] + " " + cells[1]);
    }
  }

  @Test
  void randomTextsHaveTheCountsOfTheCalculator() throws Exception {
    install();
    List<String> texts = texts(new Random(5), 3_000);
    List<String> counted = run(texts);
    assertThat(counted).hasSameSizeAs(texts);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(said(texts.get(i))).as(quoted(texts.get(i))).isEqualTo(counted.get(i));
    }
  }

  private static String said(String text) {
    SmsParts parts = SmsParts.of(text);
    return parts.encoding() + " " + parts.count();
  }

  private static List<String> texts(Random random, int count) {
    List<String> texts = new ArrayList<>();
    while (texts.size() < count) {
      int kinds = 1 + random.nextInt(KINDS.size());
      StringBuilder text = new StringBuilder();
      for (int length = 1 + random.nextInt(500); length > 0; length--) {
        List<String> kind = KINDS.get(random.nextInt(kinds));
        text.append(kind.get(random.nextInt(kind.size())));
      }
      texts.add(text.toString());
    }
    return texts;
  }

  private static void install() throws Exception {
    Files.createDirectories(HOME);
    int status = -1;
    try {
      status = execute(HOME, List.of("npm", "install", "--no-audit", "--no-fund", PACKAGE), null);
    } catch (IOException _) {
      // There is no npm: said below.
    }
    if (status != 0) {
      String message = "SKIPPED: npm could not install " + PACKAGE;
      if (System.getenv("CI") != null) {
        throw new AssertionError(message);
      }
      System.err.println(message);
      abort(message);
    }
  }

  private static List<String> run(List<String> texts) throws Exception {
    Path script = HOME.resolve("calculator.js");
    Files.copy(resource("calculator.js"), script, StandardCopyOption.REPLACE_EXISTING);
    Path input = HOME.resolve("texts");
    Files.write(input, texts.stream().map(CalculatorTest::quoted).toList(), UTF_8);
    assertThat(execute(HOME, List.of("node", "calculator.js"), input)).isZero();
    return Files.readAllLines(HOME.resolve("output"), UTF_8);
  }

  private static int execute(Path home, List<String> command, @Nullable Path input)
      throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.redirectOutput(home.resolve("output").toFile()).redirectErrorStream(true);
    if (input != null) {
      builder.redirectInput(input.toFile());
    }
    Process process = builder.start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      return -1;
    }
    return process.exitValue();
  }

  private static Path resource(String name) {
    try {
      return Path.of(Objects.requireNonNull(CalculatorTest.class.getResource(name)).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /// As a JSON string in ASCII.
  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars().forEach(unit -> json.append("\\u%04x".formatted(unit)));
    return json.append('"').toString();
  }

  /// What JSON means by the inside of a string.
  private static String unescaped(String json) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < json.length(); at++) {
      char character = json.charAt(at);
      if (character != '\\') {
        text.append(character);
        continue;
      }
      char kind = json.charAt(++at);
      switch (kind) {
        case 'u' -> {
          text.append((char) Integer.parseInt(json, at + 1, at + 5, 16));
          at += 4;
        }
        case 'n' -> text.append('\n');
        case 'r' -> text.append('\r');
        case 'f' -> text.append('\f');
        case 't' -> text.append('\t');
        default -> text.append(kind);
      }
    }
    return text.toString();
  }
}
