package io.tweestap.vault.command;

import io.tweestap.operations.ExitCode;
import io.tweestap.vault.keys.KeyEncryption;
import io.tweestap.vault.keys.KeyFile;
import io.tweestap.vault.keys.KeySets;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// `keys new --out FILE`: makes a key file. Never touches one that exists.
final class NewKeys {
  private final @Nullable String kmsUri;
  private final SecureRandom random;
  private final Clock clock;
  private final PrintStream out;

  NewKeys(@Nullable String kmsUri, SecureRandom random, Clock clock, PrintStream out) {
    this.kmsUri = kmsUri;
    this.random = random;
    this.clock = clock;
    this.out = out;
  }

  int run(Options options) {
    options.allow("--out", "--kms-uri");
    String path =
        options.value("--out").orElseThrow(() -> new Options.Wrong("keys new needs --out FILE"));
    KeyEncryption encryption = KeyEncryption.of(options.value("--kms-uri").orElse(kmsUri));
    KeyFile file = new KeyFile(Path.of(path), encryption);
    KeySets sets = KeySets.fresh(random, clock.instant());
    file.create(sets);
    out.printf("Key %d is in %s (%s, only you can read it).%n", sets.primary(), file, encryption);
    out.println("Keep a copy of the file apart from the database and its backups: without it");
    out.println("nobody can read the sealed columns again.");
    out.printf("Start every node with TWEESTAP_VAULT_KEYSET=%s%n", file);
    return ExitCode.OK.code();
  }
}
