package io.tweestap.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A server of our own: started by the launcher, stopped as Ctrl-C does or killed.
final class ServerProcess {
  private static final String READY = "Tweestap is running at";
  private static final int STOP_SECONDS = 60;
  private static final List<String> NO_LIMITS =
      List.of(
          "sends_per_address_hour",
          "sends_per_address_day",
          "sends_per_prefix_hour",
          "sends_per_tenant_day",
          "messages_per_tenant_day");

  private final Process process;
  private final Path data;
  private final int port;
  private final Duration startedIn;
  private final @Nullable String clientId;
  private final @Nullable String clientSecret;

  private ServerProcess(
      Process process, Path data, int port, Duration startedIn, List<String> said) {
    this.process = process;
    this.data = data;
    this.port = port;
    this.startedIn = startedIn;
    this.clientId = after("client id", said);
    this.clientSecret = after("client secret", said);
  }

  /// Starts a server and waits until it answers.
  ///
  /// @param home the checkout, built before
  /// @param data its data directory; an empty one makes it a first start
  /// @param port where it is to answer
  /// @param settings more of them: `--tweestap.carrier.smpp.host=localhost`
  static ServerProcess start(Path home, Path data, int port, String... settings) {
    try {
      List<String> words = new ArrayList<>();
      words.add(home.resolve("tweestap").toString());
      words.addAll(List.of("--data", data.toString(), "--port", "" + port));
      NO_LIMITS.forEach(name -> words.add("--tweestap.limit.capacities." + name + "=100000000"));
      words.addAll(List.of(settings));
      long before = System.nanoTime();
      Process process =
          new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> endWithUs(process)));
      List<String> said = untilReady(process);
      Duration took = Duration.ofNanos(System.nanoTime() - before);
      drain(process, said);
      return new ServerProcess(process, data, port, took, said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The lines up to the greeting.
  private static List<String> untilReady(Process process) throws IOException {
    List<String> said = new ArrayList<>();
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.add(line);
      if (line.contains(READY)) {
        return said;
      }
    }
    throw new IllegalStateException("the server did not start: " + said);
  }

  /// Takes the rest of the greeting; later lines go nowhere, but must not fill the pipe.
  private static void drain(Process process, List<String> said) throws IOException {
    BufferedReader out = process.inputReader();
    String line = out.readLine();
    while (line != null && !line.contains("Stop it with Ctrl-C")) {
      said.add(line);
      line = out.readLine();
    }
    Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
  }

  private static @Nullable String after(String label, List<String> said) {
    return said.stream()
        .map(String::strip)
        .filter(line -> line.startsWith(label))
        .map(line -> line.substring(label.length()).strip())
        .findFirst()
        .orElse(null);
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  Duration startedIn() {
    return startedIn;
  }

  /// Requests with the client of the first start; only a server that made one has it.
  Requests firstClient() {
    if (clientId == null || clientSecret == null) {
      throw new IllegalStateException("this was no first start");
    }
    return Requests.basic(clientId, clientSecret);
  }

  /// Process id of its PostgreSQL.
  long postmaster() {
    try {
      return Long.parseLong(
          Files.readAllLines(data.resolve("postgres/data/postmaster.pid")).getFirst().strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where its database is: url, user, password.
  Properties database() {
    var connection = new Properties();
    try (var in = Files.newInputStream(data.resolve("connection.properties"))) {
      connection.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return connection;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// Stops it in order.
  ///
  /// @return how long that took
  Duration stop() {
    long before = System.nanoTime();
    signal("-TERM", process.pid());
    if (!ended(process)) {
      throw new IllegalStateException("the server did not stop");
    }
    return Duration.ofNanos(System.nanoTime() - before);
  }

  /// Ends it without a chance to do anything more.
  void kill() {
    process.destroyForcibly();
    ended(process);
  }

  /// No server outlives a measurement that failed or was interrupted.
  private static void endWithUs(Process process) {
    process.destroy();
    ended(process);
  }

  private static boolean ended(Process process) {
    try {
      return process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static void signal(String signal, long pid) {
    try {
      new ProcessBuilder("kill", signal, "" + pid).start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
