package io.tweestap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.operations.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as the shell sees it: real processes, real signals. One after another they work on
/// the same data, because making a database takes as long as the rest of a start.
class ServerProcessTest {
  @TempDir static Path place;

  @Test
  void aKilledServerStartsAgainAndCtrlCStopsServerAndDatabase() throws Exception {
    Process killed = start("serve", "--port", "0");
    awaitWelcome(killed);
    Process second = start("serve", "--port", "0");
    assertEndsWith(second, ExitCode.DATA_DIRECTORY_IN_USE, "Another Tweestap server");
    killed.destroyForcibly().waitFor(20, TimeUnit.SECONDS);

    Process again = start("serve", "--port", "0");
    awaitWelcome(again);
    assertThat(new ProcessBuilder("kill", "-INT", "" + again.pid()).start().waitFor()).isZero();
    assertThat(again.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(again.exitValue()).isEqualTo(130);
    assertThat(place.resolve("data/postgres/data/postmaster.pid")).doesNotExist();
    assertThat(Files.readString(place.resolve("data/postgres/postgres.log")))
        .endsWith("database system is shut down\n");
  }

  @Test
  void aTakenPortIsSaidInOneSentenceAndTheDatabaseStops() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
      Process server = start("serve", "--port", "" + taken.getLocalPort());
      assertEndsWith(server, ExitCode.PORT_TAKEN, "Another program listens on port");
    }
    assertThat(place.resolve("data/postgres/data/postmaster.pid")).doesNotExist();
  }

  /// The launcher runs it, and would only be slower without it.
  @Test
  void theRehearsalGoesThroughAndEnds() throws Exception {
    Process rehearsal =
        java(Rehearsal.class, "--tweestap.data=" + place.resolve("data"), "--server.port=0");
    String errors = new String(rehearsal.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(rehearsal.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(errors).isEmpty();
    assertThat(rehearsal.exitValue()).isZero();
  }

  @Test
  void anUnknownCommandIsSaidWithoutStartingADatabase() throws Exception {
    Path nowhere = place.resolve("nowhere");
    Process dance = java(Tweestap.class, "dance", "--data", nowhere.toString());
    assertEndsWith(dance, ExitCode.USAGE, "Unknown command dance");
    assertThat(nowhere).doesNotExist();
  }

  private static Process start(String... arguments) throws IOException {
    var words = new ArrayList<>(List.of(arguments));
    words.addAll(List.of("--data", place.resolve("data").toString()));
    return java(Tweestap.class, words.toArray(String[]::new));
  }

  private static Process java(Class<?> program, String... arguments) throws IOException {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx200m"));
    // As the launcher does: a library's warning is no sentence of ours.
    words.add("--sun-misc-unsafe-memory-access=allow");
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    words.addAll(List.of(arguments));
    return new ProcessBuilder(words).start();
  }

  private static void awaitWelcome(Process server) throws IOException {
    // Not closed: the server still writes to it.
    BufferedReader said = server.inputReader();
    String line = said.readLine();
    while (line != null && !line.contains("Tweestap is running at")) {
      line = said.readLine();
    }
    assertThat(line).describedAs("the welcome").isNotNull();
  }

  private static void assertEndsWith(Process process, ExitCode code, String says) throws Exception {
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(errors.lines().toList()).hasSize(1).first().asString().contains(says);
    // Nor does the log tell it a second time, in the words of the framework.
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(log).doesNotContain("ERROR");
    assertThat(process.exitValue()).isEqualTo(code.code());
  }
}
