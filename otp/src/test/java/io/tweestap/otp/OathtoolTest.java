package io.tweestap.otp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Compares with a program that others wrote. One shell runs a batch of calls, so that the whole
/// takes seconds.
@DisplayName("OTP-1 OTP-2 oathtool agrees")
class OathtoolTest {
  private static final int CASES = 1_000;

  @BeforeAll
  static void oathtoolIsThere() {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String directory : path.split(File.pathSeparator, -1)) {
      if (new File(directory, "oathtool").canExecute()) {
        return;
      }
    }
    String message = "oathtool is not installed: HOTP and TOTP are NOT compared with it";
    if ("true".equals(System.getenv("CI"))) {
      fail(message);
    }
    System.err.println("SKIPPED OathtoolTest: " + message);
    abort(message);
  }

  @Test
  @DisplayName("OTP-1 oathtool agrees on 1,000 random HOTP codes")
  void agreesOnHotp() throws IOException, InterruptedException {
    Random random = new Random(1_000);
    StringBuilder script = new StringBuilder();
    List<String> ours = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      byte[] key = key(random);
      long counter = random.nextLong(1L << random.nextInt(1, 62));
      Hotp hotp = new Hotp(Algorithm.SHA1, random.nextInt(6, 9));
      ours.add(hotp.code(OtpSecret.of(key), counter));
      script.append(
          "oathtool --hotp -d %d -c %d %s%n"
              .formatted(hotp.digits(), counter, HexFormat.of().formatHex(key)));
    }
    assertThat(run(script)).isEqualTo(ours);
  }

  @Test
  @DisplayName("OTP-2 oathtool agrees on 1,000 random TOTP codes")
  void agreesOnTotp() throws IOException, InterruptedException {
    Random random = new Random(2_000);
    StringBuilder script = new StringBuilder();
    List<String> ours = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      byte[] key = key(random);
      Algorithm algorithm = Algorithm.values()[random.nextInt(3)];
      Totp totp = totp(algorithm, random);
      long seconds = random.nextLong(1L << random.nextInt(20, 37));
      ours.add(totp.code(OtpSecret.of(key), Instant.ofEpochSecond(seconds)));
      script.append(
          "oathtool --totp=%s -d %d -s %ds -N @%d %s%n"
              .formatted(
                  algorithm.name().toLowerCase(Locale.ROOT),
                  totp.digits(),
                  totp.step().toSeconds(),
                  seconds,
                  HexFormat.of().formatHex(key)));
    }
    assertThat(run(script)).isEqualTo(ours);
  }

  private static Totp totp(Algorithm algorithm, Random random) {
    return new Totp(algorithm, random.nextInt(6, 9), Duration.ofSeconds(random.nextInt(1, 121)));
  }

  private static byte[] key(Random random) {
    byte[] key = new byte[random.nextInt(10, 80)];
    random.nextBytes(key);
    return key;
  }

  private static List<String> run(StringBuilder script) throws IOException, InterruptedException {
    File file = File.createTempFile("oathtool", ".sh");
    try {
      Files.writeString(file.toPath(), script, US_ASCII);
      Process shell = new ProcessBuilder("sh", file.getPath()).redirectErrorStream(true).start();
      String output = new String(shell.getInputStream().readAllBytes(), US_ASCII);
      assertThat(shell.waitFor()).as(output).isZero();
      return output.lines().toList();
    } finally {
      Files.delete(file.toPath());
    }
  }
}
