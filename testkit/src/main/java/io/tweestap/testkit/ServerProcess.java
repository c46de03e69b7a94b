package io.tweestap.testkit;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The program in a process of its own, as whoever tries it starts it: with the built-in database,
/// the sandbox and its first API client. For tests that know the server from outside only; the
/// program must be on their class path.
///
/// @param address such as `http://localhost:40123`
/// @param clientId of a client with all scopes of the tenant `sandbox`
/// @param clientSecret its secret
/// @param data its data directory
public record ServerProcess(String address, String clientId, String clientSecret, Path data) {
  private static final String PROGRAM = "io.tweestap.Tweestap";

  /// One for all tests of this JVM, started on first use and stopped with it.
  public static ServerProcess shared() {
    return Shared.SERVER;
  }

  private static final class Shared {
    private static final ServerProcess SERVER = start();
  }

  private static ServerProcess start() {
    try {
      Path data = Files.createTempDirectory("tweestap");
      Process process = process(data);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, data)));
      ServerProcess started = welcome(process, data.resolve("data"));
      Thread.ofVirtual().start(() -> drain(process));
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException("the server did not start", e);
    }
  }

  private static Process process(Path place) throws IOException {
    List<String> words =
        words(
            "serve",
            "--port",
            "0",
            "--data",
            place.resolve("data").toString(),
            "--tweestap.webhook.allow-private-addresses=true");
    return new ProcessBuilder(words).redirectErrorStream(true).directory(place.toFile()).start();
  }

  private static List<String> words(String... arguments) {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx200m"));
    words.addAll(List.of("--sun-misc-unsafe-memory-access=allow"));
    words.addAll(List.of("-cp", classPath(), PROGRAM));
    words.addAll(List.of(arguments));
    return words;
  }

  /// Without the module under test: settings and pages of its own would count for the server.
  private static String classPath() {
    Path own = Path.of("target").toAbsolutePath();
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).toAbsolutePath().startsWith(own))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /// Runs a command of the program beside the running server.
  ///
  /// @return what it said, when it went well
  public String command(String... arguments) throws IOException, InterruptedException {
    var words = new ArrayList<>(words(arguments));
    words.addAll(List.of("--data", data.toString()));
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException("the command failed: " + said);
    }
    return said;
  }

  /// Reads what the first start says, up to the secret.
  private static ServerProcess welcome(Process process, Path data) throws IOException {
    Map<String, String> said = new HashMap<>();
    var lines = new ArrayList<String>();
    BufferedReader reader = process.inputReader();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      lines.add(line);
      for (String words : List.of("Tweestap is running at", "client id", "client secret")) {
        if (line.strip().startsWith(words)) {
          said.put(words, line.strip().substring(words.length()).strip());
        }
      }
      String secret = said.get("client secret");
      if (secret != null) {
        return new ServerProcess(
            said.getOrDefault("Tweestap is running at", ""),
            said.getOrDefault("client id", ""),
            secret,
            data);
      }
    }
    throw new IOException("the server did not start: " + lines);
  }

  private static void drain(Process process) {
    try {
      process.inputReader().lines().forEach(line -> {});
    } catch (UncheckedIOException e) {
      // The process has ended.
    }
  }

  private static void stop(Process process, Path data) {
    process.destroy();
    try {
      process.waitFor();
      delete(data);
    } catch (IOException e) {
      System.err.println("left over: " + data);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(Path directory) throws IOException {
    List<Path> all;
    try (var walk = Files.walk(directory)) {
      all = walk.toList();
    }
    for (Path path : all.reversed()) {
      Files.deleteIfExists(path);
    }
  }

  @Override
  public String toString() {
    return "server at " + address;
  }
}
