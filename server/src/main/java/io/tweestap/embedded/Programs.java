package io.tweestap.embedded;

import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs PostgreSQL's programs. PostgreSQL refuses to run as root, so for root they run in a user
/// namespace of their own, where the same files appear to belong to an ordinary user.
final class Programs {
  private final Path home;
  private final List<String> prefix;

  private Programs(Path home, List<String> prefix) {
    this.home = home;
    this.prefix = prefix;
  }

  /// What a program said and how it ended.
  record Result(int exitCode, String output) {
    boolean succeeded() {
      return exitCode == 0;
    }
  }

  /// Finds out how programs can run here.
  ///
  /// @param home holds `bin`, `lib` and `share`
  /// @throws StartRefused when this machine cannot run them
  static Programs in(Path home) throws IOException {
    var programs = new Programs(home, SystemUser.isRoot() ? List.of("unshare", "-U") : List.of());
    Result trial = programs.tryVersion();
    if (trial.succeeded()) {
      return programs;
    }
    if (SystemUser.isRoot()) {
      throw new StartRefused(
          ExitCode.PLATFORM_NOT_SUPPORTED,
          "PostgreSQL refuses to run as root, and user namespaces (unshare -U), which "
              + "would help, are not allowed here: start Tweestap as an ordinary user, or set "
              + "TWEESTAP_DATABASE_URL to a PostgreSQL of your own.");
    }
    throw new StartRefused(
        ExitCode.PLATFORM_NOT_SUPPORTED,
        ("The PostgreSQL that Tweestap brings along does not run on this system (%s): set "
                + "TWEESTAP_DATABASE_URL to a PostgreSQL of your own.")
            .formatted(trial.output().strip()));
  }

  private Result tryVersion() {
    try {
      return run(Duration.ofSeconds(20), "postgres", "--version");
    } catch (IOException e) {
      return new Result(-1, String.valueOf(e.getMessage()));
    }
  }

  /// Runs one program to its end and returns what it wrote on both outputs.
  ///
  /// @param limit after this it is killed
  Result run(Duration limit, String program, String... arguments) throws IOException {
    return runWithInput("", limit, program, arguments);
  }

  /// The same for a program that reads the input.
  Result runWithInput(String input, Duration limit, String program, String... arguments)
      throws IOException {
    var words = new ArrayList<String>(prefix);
    words.add(home.resolve("bin").resolve(program).toString());
    words.addAll(List.of(arguments));
    var builder = new ProcessBuilder(words).redirectErrorStream(true);
    // Messages in English, so that causes can be told apart; no server chosen by the environment.
    builder.environment().put("LC_ALL", "C");
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    Process process = builder.start();
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    }
    Thread.startVirtualThread(() -> killAfter(process, limit));
    byte[] output = process.getInputStream().readAllBytes();
    try {
      return new Result(process.waitFor(), new String(output, StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException(program + " was interrupted", e);
    }
  }

  private static void killAfter(Process process, Duration limit) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
