package io.tweestap.examples.center;

import io.tweestap.testkit.ServerProcess;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;

/// The application in a process of its own beside a server, as `./tweestap example` starts it.
record Center(String address, Process process) implements AutoCloseable {
  static Center start(ServerProcess server) throws IOException, InterruptedException {
    String address = "http://localhost:" + freePort();
    server.command("example", address);
    String classes = Path.of("target", "classes").toAbsolutePath().toString();
    List<String> words =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "-cp",
            classes + File.pathSeparator + System.getProperty("application.class.path"),
            CustomerCenter.class.getName(),
            "--spring.config.additional-location=file:" + server.data() + "/example.properties",
            "--tweestap.address=" + server.address(),
            "--tweestap.application-address=" + address,
            "--server.port=" + address.substring(address.lastIndexOf(':') + 1));
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    awaitStart(process);
    return new Center(address, process);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void awaitStart(Process process) throws IOException {
    // Not closed: the application still writes to it.
    BufferedReader said = process.inputReader();
    var all = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      all.append(line).append('\n');
      if (line.contains("Started CustomerCenter")) {
        Thread.ofVirtual().start(() -> drain(said));
        return;
      }
    }
    throw new IOException("the example did not start: " + all);
  }

  private static void drain(BufferedReader said) {
    try {
      said.lines().forEach(System.out::println);
    } catch (java.io.UncheckedIOException e) {
      // The process has ended.
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
