package io.tweestap.vault.command;

import io.tweestap.operations.ExitCode;
import io.tweestap.vault.KeysRotated;
import io.tweestap.vault.SealedColumns;
import io.tweestap.vault.Vault;
import io.tweestap.vault.keys.CurrentKeys;
import io.tweestap.vault.keys.KeyFile;
import io.tweestap.vault.keys.KeySets;
import io.tweestap.vault.rows.ResealRows;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// `keys rotate`: adds a key, waits until every node has learned it, makes it primary, and seals
/// all rows anew. Every step is kept in the file or in the rows, so that a rotation that was
/// stopped goes on where it stood when the command is given again.
final class RotateKeys {
  /// Three times the longest pause between two looks of a node at the file.
  private static final int WAIT_SECONDS = 15;

  private final KeyFile file;
  private final CurrentKeys keys;
  private final Vault vault;
  private final Database database;
  private final SecureRandom random;
  private final Clock clock;
  private final Console console;

  RotateKeys(
      KeyFile file,
      CurrentKeys keys,
      Vault vault,
      Database database,
      SecureRandom random,
      Clock clock,
      Console console) {
    this.file = file;
    this.keys = keys;
    this.vault = vault;
    this.database = database;
    this.random = random;
    this.clock = clock;
    this.console = console;
  }

  /// The rows to seal anew.
  record Database(JdbcClient sql, TransactionOperations transactions, List<SealedColumns> rooms) {}

  /// Where this command writes, how it lets time pass, and who is told of a new primary key.
  record Console(PrintStream out, Pause pause, ApplicationEventPublisher news) {}

  /// Lets at least this much time pass.
  interface Pause {
    void last(Duration time);
  }

  int run(Options options) {
    options.allow("--wait", "--prepare");
    int wait = options.seconds("--wait").orElse(WAIT_SECONDS);
    if (file.read().waiting().isEmpty() && unfinished()) {
      console.out().println("That was left of an earlier rotation. For a new key, run it again.");
      return ExitCode.OK.code();
    }
    int next = prepared();
    if (options.flag("--prepare")) {
      console.out().println("Copy the file to every node, then run keys rotate on this one,");
      console.out().println("and copy it to every node again.");
      return ExitCode.OK.code();
    }
    promote(next, wait);
    ResealRows.Result result = reseal();
    console.out().println("Two days from now, ./tweestap keys prune removes the old key.");
    return result.unopened() == 0 ? ExitCode.OK.code() : ExitCode.KEYS_MISSING.code();
  }

  private boolean unfinished() {
    keys.rereadIfChanged();
    return reseal().resealed() > 0;
  }

  private int prepared() {
    KeySets sets =
        file.change(
            now -> now.waiting().isPresent() ? now : now.withNewKey(random, clock.instant()));
    int next = sets.waiting().orElseThrow();
    console.out().printf("Key %d is in %s, not used yet.%n", next, file);
    return next;
  }

  private void promote(int next, int waitSeconds) {
    console.out().printf("Waiting %d seconds until every node knows it.%n", waitSeconds);
    console.pause().last(Duration.ofSeconds(waitSeconds));
    file.change(now -> now.primary() == next ? now : now.promoted(next, clock.instant()));
    keys.rereadIfChanged();
    if (keys.ring().primary() != next) {
      throw new IllegalStateException("the key file was changed back during the rotation");
    }
    console.news().publishEvent(new KeysRotated(next));
    console.out().printf("Key %d is primary.%n", next);
  }

  private ResealRows.Result reseal() {
    int primary = keys.ring().primary();
    ResealRows rows = new ResealRows(database.sql(), database.transactions(), vault, primary);
    ResealRows.Result total = new ResealRows.Result(0, 0);
    for (SealedColumns room : database.rooms()) {
      for (SealedColumns.Group group : room.sealed()) {
        ResealRows.Result result = rows.run(group);
        total = total.plus(result);
        if (result.resealed() > 0) {
          console.out().printf("%s: %d rows sealed anew.%n", group.table(), result.resealed());
        }
        if (result.unopened() > 0) {
          console
              .out()
              .printf("%s: %d rows cannot be opened and stay.%n", group.table(), result.unopened());
        }
      }
    }
    return total;
  }
}
