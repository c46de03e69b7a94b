package io.tweestap.embedded;

import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;

/// What PostgreSQL wrote when it did not start, and what that means for whoever started it.
record StartFailure(DataDirectory directory, String text) {
  private static final Pattern PASSES =
      Pattern.compile("Address already in use|shared memory block .* still in use");
  private static final Pattern OTHER_VERSION =
      Pattern.compile("database files are incompatible|initialized by PostgreSQL version");
  private static final Pattern DAMAGED =
      Pattern.compile(
          "PANIC|could not locate a valid checkpoint|could not (open|read|find|stat) |invalid "
              + "|is not a database cluster directory|incorrect checksum|incorrect resource"
              + "|could not locate required checkpoint|unrecognized configuration parameter");

  /// @param alreadyLogged bytes of the log that earlier starts wrote
  static StartFailure of(DataDirectory directory, String output, long alreadyLogged)
      throws IOException {
    String log = "";
    if (Files.isReadable(directory.log())) {
      byte[] all = Files.readAllBytes(directory.log());
      int from = (int) Math.min(alreadyLogged, all.length);
      log = new String(all, from, all.length - from, StandardCharsets.UTF_8);
    }
    return new StartFailure(directory, output + "\n" + log);
  }

  /// Whether the next try may succeed: another program took the port meanwhile, or processes of a
  /// PostgreSQL that was killed are still ending.
  boolean mayPass() {
    return PASSES.matcher(text).find();
  }

  StartRefused refusal() {
    if (DiskTrouble.saysFull(text)) {
      return DiskTrouble.full(directory.root());
    }
    if (DiskTrouble.saysNotWritable(text)) {
      return DiskTrouble.notWritable(directory.root());
    }
    if (OTHER_VERSION.matcher(text).find()) {
      return otherVersion(directory, "another version");
    }
    if (DAMAGED.matcher(text).find()) {
      return damaged(directory, "PostgreSQL cannot read it, see " + directory.log());
    }
    return new StartRefused(
        ExitCode.EMBEDDED_DATABASE_FAILED,
        "The embedded database did not start; %s says why.".formatted(directory.log()));
  }

  static StartRefused damaged(DataDirectory directory, String why) {
    return new StartRefused(
        ExitCode.DATA_DAMAGED,
        ("The database in %s is damaged (%s): restore a backup of the data directory, or "
                + "begin anew with another --data DIR.")
            .formatted(directory.cluster(), why));
  }

  static StartRefused otherVersion(DataDirectory directory, String found) {
    return new StartRefused(
        ExitCode.OTHER_DATABASE_VERSION,
        ("The database in %s was made by PostgreSQL %s and this Tweestap brings %s: start "
                + "the Tweestap that made it, dump the data with pg_dump and load them into a new "
                + "data directory.")
            .formatted(directory.cluster(), found, Binaries.majorVersion()));
  }
}
