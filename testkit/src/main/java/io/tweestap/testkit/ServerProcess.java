package io.tweestap.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The program in a process of its own, as whoever tries it starts it: with the built-in database,
/// the sandbox and its first API client. For tests that know the server from outside only; the
/// program must be on their class path.
///
/// @param address such as `http://localhost:40123`
/// @param clientId of a client with all scopes of the tenant `sandbox`
/// @param clientSecret its secret
public record ServerProcess(String address, String clientId, String clientSecret) {
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
      ServerProcess started = welcome(process);
      Thread.ofVirtual().start(() -> drain(process));
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException("the server did not start", e);
    }
  }

  private static Process process(Path data) throws IOException {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx200m"));
    words.addAll(List.of("--sun-misc-unsafe-memory-access=allow"));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), PROGRAM, "serve"));
    words.addAll(List.of("--port", "0", "--data", data.resolve("data").toString()));
    words.add("--tweestap.webhook.allow-private-addresses=true");
    return new ProcessBuilder(words).redirectErrorStream(true).directory(data.toFile()).start();
  }

  /// Reads what the first start says, up to the secret.
  private static ServerProcess welcome(Process process) throws IOException {
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
            secret);
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
