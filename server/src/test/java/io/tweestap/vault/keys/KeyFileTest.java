package io.tweestap.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private final SecureRandom random = new SecureRandom();
  @TempDir private Path directory;

  @AfterEach
  void serviceIsUp() {
    FakeKms.DOWN.set(false);
  }

  @Test
  void onlyTheOwnerMayReadANewFile() throws IOException {
    KeyFile file = created(KeyEncryption.none());

    assertThat(mode(file.path())).isEqualTo("rw-------");
    file.change(sets -> sets.withNewKey(random, NOW));
    assertThat(mode(file.path())).isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx--x---"})
  void aFileThatOthersMayUseIsRefusedWithTheCommandThatHelps(String mode) throws IOException {
    KeyFile file = created(KeyEncryption.none());
    Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString(mode));

    assertThatThrownBy(file::read)
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(mode)
        .hasMessageContaining("chmod 600 " + file.path());
  }

  @Test
  void aReadOnlyFileOfTheOwnerIsFine() throws IOException {
    KeyFile file = created(KeyEncryption.none());
    Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("r--------"));

    assertThat(file.read().lives()).hasSize(1);
  }

  @Test
  void whatIsWrittenIsReadBack() {
    KeyFile file = created(KeyEncryption.none());
    KeySets added = file.change(sets -> sets.withNewKey(random, NOW.plusSeconds(1)));
    int next = added.waiting().orElseThrow();
    file.change(sets -> sets.promoted(next, NOW.plusSeconds(2)));

    KeySets read = file.read();

    assertThat(read.primary()).isEqualTo(next);
    assertThat(read.lives())
        .extracting(KeyLife::state)
        .containsExactly(KeyLife.State.RETIRED, KeyLife.State.PRIMARY);
    assertThat(read.lives().getFirst().retiredAt()).isEqualTo(NOW.plusSeconds(2));
  }

  @Test
  void anExistingFileIsNeverOverwritten() throws IOException {
    KeyFile file = created(KeyEncryption.none());
    String before = Files.readString(file.path());

    assertThatThrownBy(() -> file.create(KeySets.fresh(random, NOW)))
        .hasMessageContaining("exists already");
    assertThat(Files.readString(file.path())).isEqualTo(before);
    assertThat(file.readOrCreate(() -> KeySets.fresh(random, NOW)).primary())
        .isEqualTo(file.read().primary());
  }

  @Test
  void aReaderNeverSeesHalfAFile() throws Exception {
    KeyFile file = created(KeyEncryption.none());
    AtomicBoolean done = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var reader =
          threads.submit(() -> {
            int reads = 0;
            while (!done.get()) {
              assertThat(file.read().lives()).isNotEmpty();
              reads++;
            }
            return reads;
          });
      for (int i = 0; i < 100; i++) {
        int id = file.change(sets -> sets.withNewKey(random, NOW)).waiting().orElseThrow();
        file.change(sets -> sets.without(id));
      }
      done.set(true);
      assertThat(reader.get()).isPositive();
    }
  }

  @Test
  void aHalfWrittenDraftOfAnInterruptedChangeDoesNoHarm() throws IOException {
    KeyFile file = created(KeyEncryption.none());
    Files.writeString(directory.resolve("keys.json.new"), "{\"format\":");

    assertThat(file.read().lives()).hasSize(1);
    file.change(sets -> sets.withNewKey(random, NOW));
    assertThat(file.read().lives()).hasSize(2);
    assertThat(directory.resolve("keys.json.new")).doesNotExist();
  }

  @Test
  void aSecondChangeAtTheSameTimeIsRefused() throws Exception {
    KeyFile file = created(KeyEncryption.none());
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first =
          threads.submit(() ->
              file.change(sets -> {
                inside.countDown();
                awaited(leave);
                return sets.withNewKey(random, NOW);
              }));
      inside.await();
      KeyFile same = new KeyFile(file.path(), KeyEncryption.none());
      assertThatThrownBy(() -> same.change(sets -> sets.withNewKey(random, NOW)))
          .hasMessageContaining("being changed by another command");
      leave.countDown();
      first.get();
    }
    assertThat(file.read().lives()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[1]", "not json", "{\"format\":\"tweestap-keys-1\"}"})
  void whatIsNotAKeyFileIsRefusedInOneSentence(String text) throws IOException {
    KeyFile file = created(KeyEncryption.none());
    Files.writeString(file.path(), text);

    assertThatThrownBy(file::read)
        .isInstanceOfSatisfying(
            StartRefused.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.KEYS_MISSING))
        .hasMessageStartingWith("The key file " + file.path())
        .hasNoCause();
  }

  @Test
  void aMissingDirectoryIsNamed() {
    KeyFile file = new KeyFile(directory.resolve("no/keys.json"), KeyEncryption.none());

    assertThatThrownBy(file::read).hasMessageContaining("does not exist");
    assertThatThrownBy(() -> file.create(KeySets.fresh(random, NOW)))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("does not exist");
  }

  @Test
  void aKeyManagementServiceEncryptsEachKeysetOfTheFile() throws IOException {
    KeyFile file = created(KeyEncryption.kms(FakeKms.URI));
    for (int i = 0; i < 5; i++) {
      file.change(sets -> sets.withNewKey(random, NOW));
    }

    assertThat(Files.readString(file.path()))
        .contains("encryptedKeyset")
        .doesNotContain("keyData", "keyMaterialType");
    assertThat(file.read().lives()).hasSize(6);
    assertThat(FakeKms.LARGEST.get()).isLessThan(4096);
  }

  @Test
  void aFileInTheClearIsRefusedWhereAnEncryptedOneIsExpected() {
    KeyFile clear = created(KeyEncryption.none());
    KeyFile expected = new KeyFile(clear.path(), KeyEncryption.kms(FakeKms.URI));

    assertThatThrownBy(expected::read).hasMessageContaining("is not encrypted");
  }

  @Test
  void anEncryptedFileSaysWhichSettingIsMissing() {
    KeyFile encrypted = created(KeyEncryption.kms(FakeKms.URI));

    assertThatThrownBy(() -> new KeyFile(encrypted.path(), KeyEncryption.none()).read())
        .hasMessageContaining("encrypted under " + FakeKms.URI)
        .hasMessageContaining("tweestap.vault.kms-uri");
  }

  @Test
  void aServiceThatNobodyOnTheClassPathKnowsIsRefused() {
    assertThatThrownBy(() -> KeyEncryption.of("aws-kms://arn:aws:kms:eu-west-1:1:key/2"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("docs/operating/keys.md");
  }

  @Test
  void aServiceThatIsDownLeavesTheKeysAsTheyAreAndIsAskedAgainLater() {
    KeyFile file = created(KeyEncryption.kms(FakeKms.URI));
    CurrentKeys keys = CurrentKeys.of(file);
    int next = file.change(sets -> sets.withNewKey(random, NOW)).waiting().orElseThrow();

    FakeKms.DOWN.set(true);
    assertThat(keys.reread()).isFalse();
    assertThat(keys.ring().holds(next)).isFalse();

    FakeKms.DOWN.set(false);
    assertThat(keys.rereadIfChanged()).as("not for every bad token").isFalse();
    assertThat(keys.reread()).isTrue();
    assertThat(keys.ring().holds(next)).isTrue();
  }

  @Test
  void aServiceThatIsDownIsSaidWhenKeysAreMadeAndLeavesNoFile() {
    var file = new KeyFile(directory.resolve("k.json"), KeyEncryption.kms(FakeKms.URI));

    FakeKms.DOWN.set(true);
    assertThatThrownBy(() -> file.create(KeySets.fresh(random, NOW)))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("the service is down");
    assertThat(directory).isDirectoryNotContaining("glob:**/k.json{,.new}");
  }

  @Test
  void aFileThatBecameUnusableLeavesTheKeysAsTheyAre() throws IOException {
    KeyFile file = created(KeyEncryption.none());
    CurrentKeys keys = CurrentKeys.of(file);
    int primary = keys.ring().primary();

    Files.writeString(file.path(), "oops");
    assertThat(keys.reread()).isFalse();
    Files.delete(file.path());
    assertThat(keys.reread()).isFalse();

    assertThat(keys.ring().primary()).isEqualTo(primary);
  }

  @Test
  void nothingPrintsAKey() throws IOException {
    KeyFile file = created(KeyEncryption.none());
    KeySets sets = file.read();
    String printed = sets + " " + KeyRing.of(sets) + " " + CurrentKeys.of(file) + " " + file;

    assertThat(printed).doesNotContain("keyData", "value").hasSizeLessThan(600);
  }

  private KeyFile created(KeyEncryption encryption) {
    KeyFile file = new KeyFile(directory.resolve("keys.json"), encryption);
    file.create(KeySets.fresh(random, NOW));
    return file;
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
