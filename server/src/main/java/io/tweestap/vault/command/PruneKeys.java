package io.tweestap.vault.command;

import io.tweestap.operations.ExitCode;
import io.tweestap.vault.KeyPruned;
import io.tweestap.vault.keys.KeyFile;
import io.tweestap.vault.keys.KeyLife;
import io.tweestap.vault.rows.KeyUsers;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;

/// `keys prune`: removes the keys that nothing needs any more, and says why it keeps the others.
final class PruneKeys {
  /// Access tokens live an hour at most; hashes without a key id (limits, repeated requests) live
  /// two days at most; and a node that was late to learn of the new key had time to.
  private static final Duration REST = Duration.ofDays(2);

  private final KeyFile file;
  private final KeyUsers users;
  private final Clock clock;
  private final PrintStream out;
  private final ApplicationEventPublisher news;

  PruneKeys(
      KeyFile file, KeyUsers users, Clock clock, PrintStream out, ApplicationEventPublisher news) {
    this.file = file;
    this.users = users;
    this.clock = clock;
    this.out = out;
    this.news = news;
  }

  int run(Options options) {
    options.allow();
    for (KeyLife life : file.read().lives()) {
      Optional<String> needed = neededBecause(life);
      if (needed.isPresent()) {
        out.printf("Key %d stays: %s.%n", life.id(), needed.get());
      } else {
        file.change(now -> now.without(life.id()));
        news.publishEvent(new KeyPruned(life.id()));
        out.printf("Key %d is removed.%n", life.id());
      }
    }
    return ExitCode.OK.code();
  }

  private Optional<String> neededBecause(KeyLife life) {
    Instant retired = life.retiredAt();
    if (retired == null) {
      return Optional.of(
          life.state() == KeyLife.State.PRIMARY
              ? "it seals everything new"
              : "it waits for keys rotate");
    }
    if (retired.plus(REST).isAfter(clock.instant())) {
      return Optional.of("tokens and short-lived hashes may use it until " + retired.plus(REST));
    }
    Map<String, Long> rows = users.of(life.id());
    return rows.isEmpty() ? Optional.empty() : Optional.of("rows use it " + rows);
  }
}
