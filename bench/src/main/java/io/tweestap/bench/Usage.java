package io.tweestap.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What processes use, as Linux tells it in `/proc`.
final class Usage {
  /// Linux counts a process's time in hundredths of a second.
  private static final long TICK_MILLIS = 10;

  private Usage() {}

  /// Processor time of a process and its children since they began.
  static Duration cpu(long pid) {
    return family(pid).map(Usage::cpuAlone).reduce(Duration.ZERO, Duration::plus);
  }

  /// Resident memory of a process, in MB.
  static double residentMegabytes(long pid) {
    return kilobytes(Path.of("/proc", "" + pid, "status"), "VmRSS:") / 1024.0;
  }

  /// Memory of a process and its children with each shared page counted once, in MB.
  static double familyMegabytes(long pid) {
    return family(pid)
            .mapToLong(one -> kilobytes(Path.of("/proc", "" + one, "smaps_rollup"), "Pss:"))
            .sum()
        / 1024.0;
  }

  private static Stream<Long> family(long pid) {
    return Stream.concat(
        Stream.of(pid),
        ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants).map(ProcessHandle::pid));
  }

  /// Processor time of a process, without its children, since it began; none when it is gone.
  static Duration cpuAlone(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", "" + pid, "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
      return Duration.ofMillis(ticks * TICK_MILLIS);
    } catch (IOException _) {
      return Duration.ZERO;
    }
  }

  private static long kilobytes(Path file, String label) {
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.stream()
          .filter(line -> line.startsWith(label))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException _) {
      return 0;
    }
  }
}
