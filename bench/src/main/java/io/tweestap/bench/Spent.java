package io.tweestap.bench;

import java.time.Duration;
import java.util.Locale;

/// Processor time that was spent while something was measured: by the server, its database, and the
/// measuring client.
final class Spent {
  private final long[] pids;
  private final Duration[] before;
  private final Duration[] sum;

  Spent(ServerProcess server) {
    this.pids = new long[] {server.pid(), server.postmaster(), ProcessHandle.current().pid()};
    this.before = new Duration[] {Duration.ZERO, Duration.ZERO, Duration.ZERO};
    this.sum = before.clone();
  }

  void begin() {
    for (int i = 0; i < pids.length; i++) {
      before[i] = cpu(i);
    }
  }

  void end() {
    for (int i = 0; i < pids.length; i++) {
      sum[i] = sum[i].plus(cpu(i).minus(before[i]));
    }
  }

  /// Microseconds per piece: server + database + client.
  String per(long pieces) {
    return String.format(
        Locale.ROOT,
        "%.0f + %.0f + %.0f",
        micros(sum[0], pieces),
        micros(sum[1], pieces),
        micros(sum[2], pieces));
  }

  /// The database and this process may be children of another one that is measured.
  private Duration cpu(int i) {
    return i == 1 ? Usage.cpu(pids[i]) : Usage.cpuAlone(pids[i]);
  }

  private static double micros(Duration time, long pieces) {
    return time.toNanos() / 1e3 / Math.max(1, pieces);
  }
}
