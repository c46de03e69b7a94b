package io.tweestap.delivery.smpp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Looks at what goes over a port of loopback, with the eyes of `tshark`.
final class Tshark implements AutoCloseable {
  private static final int STARTED_WITHIN_SECONDS = 20;

  private final Path program;
  private final int port;
  private final Path file;
  private final Process capture;

  /// Captures from now on. Skips the test where there is no `tshark`, or where it may not capture.
  Tshark(int port) throws Exception {
    this.program = PeerProgram.find("tshark", "tshark", "/usr/bin", "/usr/local/bin");
    this.port = port;
    this.file = Files.createTempFile("smpp", ".pcap");
    this.capture =
        new ProcessBuilder(
                program.toString(), "-i", "lo", "-f", "tcp port " + port, "-w", file.toString())
            .redirectErrorStream(true)
            .start();
    awaitStart();
  }

  private void awaitStart() throws Exception {
    StringBuffer said = new StringBuffer();
    Thread reader =
        Thread.ofVirtual()
            .start(() -> {
              BufferedReader out = capture.inputReader();
              out.lines()
                  .takeWhile(line -> !said.append(line).toString().endsWith("started."))
                  .forEach(_ -> {});
            });
    reader.join(TimeUnit.SECONDS.toMillis(STARTED_WITHIN_SECONDS));
    if (!said.toString().contains("Capture started.")) {
      close();
      PeerProgram.skip("tshark may not capture here: it takes root and the right to raw sockets");
    }
  }

  /// What it saw, packet by packet, as far as the display filter lets it through.
  ///
  /// @param fields names of `tshark`; of one that is not there the value is empty
  List<Map<String, String>> see(String filter, String... fields) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                program.toString(),
                "-r",
                file.toString(),
                "-d",
                "tcp.port==" + port + ",smpp",
                "-Y",
                filter,
                "-T",
                "fields"));
    for (String field : fields) {
      words.addAll(List.of("-e", field));
    }
    Process reading =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(reading.getInputStream().readAllBytes(), UTF_8);
    return said.lines().map(line -> row(line, fields)).toList();
  }

  private static Map<String, String> row(String line, String... fields) {
    String[] values = line.split("\t", -1);
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < fields.length; i++) {
      row.put(fields[i], values[i]);
    }
    return row;
  }

  @Override
  public void close() throws IOException {
    capture.destroy();
    try {
      capture.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Files.deleteIfExists(file);
  }
}
