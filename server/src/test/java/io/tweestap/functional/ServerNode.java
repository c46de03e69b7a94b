package io.tweestap.functional;

import io.tweestap.Tweestap;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;

/// One more server process on the database and the keys of the one under test.
final class ServerNode implements AutoCloseable {
  private final Process process;

  private ServerNode(Process process) {
    this.process = process;
  }

  /// Starts it; it may take a while until it answers, see [#address].
  ///
  /// @param settings environment variables beside those of the database and the keys
  static ServerNode start(Environment environment, Map<String, String> settings)
      throws IOException {
    List<String> words =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx200m",
            "-cp",
            System.getProperty("java.class.path"),
            Tweestap.class.getName(),
            "serve",
            "--port",
            "0");
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder
        .environment()
        .put("TWEESTAP_DATABASE_URL", property(environment, "tweestap.database.url"));
    builder
        .environment()
        .put("TWEESTAP_VAULT_KEYSET", property(environment, "tweestap.vault.keyset"));
    builder.environment().putAll(settings);
    return new ServerNode(builder.start());
  }

  private static String property(Environment environment, String name) {
    return environment.getRequiredProperty(name, Object.class).toString();
  }

  /// Waits until it answers; `http://localhost:40123`.
  String address() throws IOException {
    BufferedReader said = process.inputReader();
    List<String> lines = new ArrayList<>();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      lines.add(line);
      int at = line.indexOf("http://");
      if (line.contains("Tweestap is running at") && at >= 0) {
        return line.substring(at).strip();
      }
    }
    throw new AssertionError("the server did not start: " + lines);
  }

  /// Ends it without a chance to do anything more.
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
