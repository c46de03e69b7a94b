package io.tweestap.vault.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import io.tweestap.shared.TenantId;
import io.tweestap.testkit.ManualClock;
import io.tweestap.vault.TestVaults;
import io.tweestap.vault.Vault;
import io.tweestap.vault.keys.CurrentKeys;
import io.tweestap.vault.keys.KeyEncryption;
import io.tweestap.vault.keys.KeyFile;
import io.tweestap.vault.keys.KeySets;
import io.tweestap.vault.rows.KeyUsers;
import io.tweestap.vault.rows.SampleRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTest {
  private static final TenantId TENANT = new TenantId(new UUID(1, 1));

  private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final SecureRandom random = new SecureRandom();
  private final SampleRows rows = new SampleRows();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
  private final List<Duration> pauses = new ArrayList<>();
  @TempDir private Path directory;
  private KeyFile file;
  private int first;
  private Runnable duringPause = () -> {};

  @BeforeEach
  void makeKeys() {
    file = new KeyFile(directory.resolve("keys.json"), KeyEncryption.none());
    KeySets sets = KeySets.fresh(random, clock.instant());
    file.create(sets);
    first = sets.primary();
    rows.put(node(), TENANT, new UUID(1, 1), "+31612345678", "text");
  }

  @AfterEach
  void neverPrintsKeyMaterial() throws IOException {
    Matcher values =
        Pattern.compile("\"value\" : \"([^\"]+)\"").matcher(Files.readString(file.path()));
    while (values.find()) {
      assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain(values.group(1));
    }
    rows.close();
  }

  @Test
  void newMakesAFileAndSaysHowToUseIt() {
    Path path = directory.resolve("new.json");

    assertThat(create("--out", path.toString())).isZero();
    assertThat(new KeyFile(path, KeyEncryption.none()).read().lives()).hasSize(1);
    assertThat(output()).contains("TWEESTAP_VAULT_KEYSET=" + path);
    assertThatThrownBy(() -> create("--out", path.toString()))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("exists already");
  }

  @Test
  void newEncryptsTheFileUnderAKeyManagementService() throws IOException {
    Path path = directory.resolve("new.json");

    create("--out", path.toString(), "--kms-uri", "fake-kms://keys/1");

    assertThat(Files.readString(path)).contains("encryptedKeyset").doesNotContain("keyData");
  }

  @Test
  void newWithoutAFileIsRefused() {
    assertThatThrownBy(() -> create()).hasMessageContaining("--out FILE");
    assertThatThrownBy(() -> create("--out", "x", "--wait", "1")).hasMessageContaining("--wait");
  }

  @Test
  void rotateWaitsBeforeItPromotesAndThenSealsEveryRowAnew() {
    duringPause = () -> assertThat(file.read().primary()).isEqualTo(first);

    assertThat(rotate()).isZero();

    assertThat(pauses).containsExactly(Duration.ofSeconds(15));
    assertThat(file.read().primary()).isNotEqualTo(first);
    assertThat(users().of(first)).isEmpty();
    assertThat(rows.content(node(), TENANT, new UUID(1, 1))).isEqualTo("text");
    assertThat(output()).contains("letter: 1 rows sealed anew");
  }

  @Test
  void aRotationStoppedWhileWaitingGoesOnWithTheSameKey() {
    duringPause =
        () -> {
          throw new IllegalStateException("stopped");
        };
    assertThatThrownBy(this::rotate).hasMessage("stopped");
    int waiting = file.read().waiting().orElseThrow();
    duringPause = () -> {};

    rotate();

    assertThat(file.read().primary()).isEqualTo(waiting);
    assertThat(file.read().lives()).hasSize(2);
  }

  @Test
  void aRotationStoppedWhileSealingIsFinishedBeforeANewOneBegins() {
    file.change(sets -> sets.withNewKey(random, clock.instant()));
    file.change(sets -> sets.promoted(sets.waiting().orElseThrow(), clock.instant()));

    rotate();

    assertThat(file.read().lives()).hasSize(2);
    assertThat(users().of(first)).isEmpty();
    assertThat(output()).contains("left of an earlier rotation");
  }

  @Test
  void prepareOnlyAddsTheKey() {
    rotate("--prepare");

    assertThat(file.read().primary()).isEqualTo(first);
    assertThat(file.read().waiting()).isPresent();
    assertThat(pauses).isEmpty();
    rotate("--wait", "0");
    assertThat(file.read().lives()).hasSize(2);
  }

  @Test
  void aRowThatCannotBeOpenedIsReportedByTheExitCode() {
    rows.sql().sql("UPDATE letter SET id = :id").param("id", new UUID(5, 5)).update();

    assertThat(rotate()).isEqualTo(ExitCode.KEYS_MISSING.code());
    assertThat(output()).contains("letter: 1 rows cannot be opened and stay");
  }

  @Test
  void pruneKeepsAKeyThatRowsUse() {
    file.change(sets -> sets.withNewKey(random, clock.instant()));
    file.change(sets -> sets.promoted(sets.waiting().orElseThrow(), clock.instant()));
    clock.advance(Duration.ofDays(30));

    prune();

    assertThat(file.read().lives()).hasSize(2);
    assertThat(output()).contains("Key " + first + " stays: rows use it {letter.key_id=1}");
  }

  @Test
  void pruneKeepsAKeyForTwoDaysAndThenRemovesIt() {
    rotate();
    prune();
    assertThat(file.read().lives()).hasSize(2);
    assertThat(output()).contains("until 2026-01-03T00:00:00Z");

    clock.advance(Duration.ofDays(2));
    prune();

    assertThat(file.read().lives()).hasSize(1);
    assertThat(rows.content(node(), TENANT, new UUID(1, 1))).isEqualTo("text");
  }

  @Test
  void pruneNeverRemovesTheOnlyKeyOrOneThatWaits() {
    rotate("--prepare");
    clock.advance(Duration.ofDays(30));

    prune();

    assertThat(file.read().lives()).hasSize(2);
  }

  @Test
  void listShowsStatesAndRows() {
    rotate("--prepare");

    assertThat(new ListKeys(file, users(), out).run(options("list"))).isZero();

    assertThat(output())
        .containsPattern(first + " +primary +2026-01-01T00:00:00Z +1")
        .containsPattern(file.read().waiting().orElseThrow() + " +waiting")
        .contains("letter.key_id 1");
  }

  private int create(String... args) {
    return new NewKeys(null, random, clock, out).run(options("new", args));
  }

  private int rotate(String... args) {
    CurrentKeys keys = CurrentKeys.of(file);
    var database =
        new RotateKeys.Database(rows.sql(), rows.transactions(), List.of(SampleRows.ROOM));
    var console =
        new RotateKeys.Console(
            out,
            time -> {
              pauses.add(time);
              duringPause.run();
            },
            _ -> {});
    return new RotateKeys(file, keys, TestVaults.of(keys), database, random, clock, console)
        .run(options("rotate", args));
  }

  private void prune() {
    assertThat(new PruneKeys(file, users(), clock, out, _ -> {}).run(options("prune"))).isZero();
  }

  private static Options options(String action, String... args) {
    List<String> words = new ArrayList<>(List.of(action));
    words.addAll(List.of(args));
    return Options.parse(words);
  }

  private KeyUsers users() {
    return new KeyUsers(rows.sql(), List.of(SampleRows.ROOM));
  }

  private Vault node() {
    return TestVaults.of(CurrentKeys.of(file));
  }

  private String output() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
