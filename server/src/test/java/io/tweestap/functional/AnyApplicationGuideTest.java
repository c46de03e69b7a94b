package io.tweestap.functional;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The programs and commands of the guide `any-application.md`, run as they stand there.
class AnyApplicationGuideTest extends PromptTest {
  private static final Guide GUIDE = Guide.read("any-application.md");

  @TempDir Path place;
  private @Nullable Process program;
  private int port;
  private @Nullable App app;

  /// What the guide is written for.
  enum Language {
    NODE("node", "js", "second-step.mjs"),
    PHP("php", "php", "second-step.php");

    private final String interpreter;
    private final String block;
    private final String file;

    Language(String interpreter, String block, String file) {
      this.interpreter = interpreter;
      this.block = block;
      this.file = file;
    }

    List<String> command(int port) {
      return this == PHP
          ? List.of(interpreter, "-S", "127.0.0.1:" + port, file)
          : List.of(interpreter, file);
    }
  }

  @BeforeEach
  void aPort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (program != null) {
      program.destroy();
      program.waitFor();
    }
  }

  private Map<String, String> settings(String tweestap) {
    return Map.of(
        "TWEESTAP",
        tweestap,
        "CLIENT_ID",
        tenant.client().clientId(),
        "CLIENT_SECRET",
        tenant.client().secret(),
        "APP",
        "http://localhost:" + port);
  }

  private String home() {
    return "http://127.0.0.1:" + address("/").getPort();
  }

  /// Runs the commands of the first part.
  private void prepare() throws Exception {
    Guide.needs("curl");
    shell(GUIDE.blocks("sh").getFirst(), Map.of());
    app = app(anna);
  }

  private String shell(String commands, Map<String, String> more) throws Exception {
    ProcessBuilder bash = new ProcessBuilder("bash", "-eu", "-c", commands);
    bash.environment().putAll(settings(home()));
    bash.environment().putAll(more);
    Path errors = place.resolve("errors");
    bash.redirectError(errors.toFile());
    Process running = bash.start();
    String said = new String(running.getInputStream().readAllBytes(), UTF_8);
    assertThat(running.waitFor()).as(said + Files.readString(errors)).isZero();
    return said;
  }

  private void start(Language language, String tweestap) throws Exception {
    Guide.needs(language.interpreter);
    Files.writeString(place.resolve(language.file), GUIDE.block(language.block));
    ProcessBuilder builder = new ProcessBuilder(language.command(port)).directory(place.toFile());
    builder.environment().putAll(settings(tweestap));
    builder.redirectErrorStream(true).redirectOutput(place.resolve("said").toFile());
    program = builder.start();
    for (int i = 0; i < 600 && program.isAlive(); i++) {
      try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException e) {
        pause();
      }
    }
    throw new AssertionError(Files.readString(place.resolve("said")));
  }

  private WebVisitor shopper() {
    return new WebVisitor(URI.create("http://127.0.0.1:" + port)).get("/");
  }

  private static WebVisitor password(WebVisitor shopper) {
    return shopper.send("/login", "user", "anna", "password", "wonderland");
  }

  /// Anna does the second step in the prompt, and is sent back.
  private String proven(WebVisitor shopper) {
    assertThat(shopper.outside).as(shopper.page.text()).contains("/prompt/open/");
    WebVisitor prompt = visitor().get(shopper.outside);
    prompt.send("/answer", "code", code(requireNonNull(app)));
    assertThat(prompt.outside).startsWith("http://localhost:" + port + "/login/back?");
    return prompt.outside;
  }

  @ParameterizedTest
  @EnumSource
  void aLoginTakesBothSteps(Language language) throws Exception {
    prepare();
    start(language, home());
    WebVisitor shopper = shopper();
    assertThat(shopper.send("/login", "user", "anna", "password", "guess").page.status())
        .isEqualTo(403);
    password(shopper);
    assertThat(shopper.get("/login/back").page.status()).isEqualTo(403);
    String before = password(shopper.get("/")).cookies.toString();
    String back = proven(shopper);
    shopper.get("/").sees("Log in");
    assertThat(shopper().get(back).page.status()).isEqualTo(403);

    shopper.get(back).sees("Hello anna");

    assertThat(shopper.cookies.toString()).isNotEqualTo(before);
    assertThat(shopper.get(back).page.status()).isEqualTo(403);
  }

  @ParameterizedTest
  @EnumSource
  void whoeverGivesUpStaysOutside(Language language) throws Exception {
    prepare();
    start(language, home());
    WebVisitor shopper = password(shopper());
    WebVisitor prompt = visitor().get(shopper.outside);
    prompt.send("/leave");

    assertThat(shopper.get(prompt.outside).page.status()).isEqualTo(403);
    shopper.sees("The second step was not finished.");
    shopper.get("/").sees("Log in");
  }

  @ParameterizedTest
  @EnumSource
  void withoutTweestapNobodyIsLetIn(Language language) throws Exception {
    start(language, "http://127.0.0.1:9");
    WebVisitor shopper = password(shopper());

    assertThat(shopper.page.status()).isEqualTo(503);
    shopper.sees("Logging in is not possible right now");
    shopper.get("/").sees("Log in");
  }

  @Test
  void aProgramWithoutABrowserAnswersByItself() throws Exception {
    prepare();

    String variables = GUIDE.blocks("sh").getFirst().lines().limit(2).collect(joining("\n"));
    String said =
        shell(
            variables + "\n" + GUIDE.blocks("sh").get(1),
            Map.of("CODE", code(requireNonNull(app))));

    assertThat(said).contains("\"state\":\"passed\"", "\"amr\":[\"pwd\",\"otp\",\"mfa\"]");
  }
}
