package io.tweestap.vault.command;

import io.tweestap.operations.ExitCode;
import io.tweestap.vault.keys.KeyFile;
import io.tweestap.vault.keys.KeyLife;
import io.tweestap.vault.rows.KeyUsers;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/// `keys list`: each key's id, state, age, and how many rows use it.
final class ListKeys {
  private final KeyFile file;
  private final KeyUsers users;
  private final PrintStream out;

  ListKeys(KeyFile file, KeyUsers users, PrintStream out) {
    this.file = file;
    this.users = users;
    this.out = out;
  }

  int run(Options options) {
    options.allow();
    out.printf("%-11s %-8s %-21s %s%n", "key", "state", "since", "rows");
    for (KeyLife life : file.read().lives()) {
      Map<String, Long> used = users.of(life.id());
      long rows = used.values().stream().mapToLong(Long::longValue).sum();
      out.printf("%-11d %-8s %-21s %d%n", life.id(), state(life), since(life), rows);
      used.forEach((column, count) -> out.printf("    %s %d%n", column, count));
    }
    return ExitCode.OK.code();
  }

  private static String state(KeyLife life) {
    return life.state().name().toLowerCase(Locale.ROOT);
  }

  private static String since(KeyLife life) {
    return String.valueOf(
        switch (life.state()) {
          case WAITING -> life.madeAt();
          case PRIMARY -> life.primarySince();
          case RETIRED -> life.retiredAt();
        });
  }
}
