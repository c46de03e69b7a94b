package io.tweestap.vault.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.shared.TenantId;
import io.tweestap.vault.TestVaults;
import io.tweestap.vault.Vault;
import io.tweestap.vault.keys.CurrentKeys;
import io.tweestap.vault.keys.KeyEncryption;
import io.tweestap.vault.keys.KeyFile;
import io.tweestap.vault.keys.KeySets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResealRowsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final TenantId ONE = new TenantId(new UUID(1, 1));
  private static final TenantId TWO = new TenantId(new UUID(0xf000_0000_0000_0000L, 1));

  private final SecureRandom random = new SecureRandom();
  private final SampleRows rows = new SampleRows();
  @TempDir private Path directory;
  private KeyFile file;
  private CurrentKeys keys;
  private Vault vault;

  @BeforeEach
  void makeKeys() {
    file = new KeyFile(directory.resolve("keys.json"), KeyEncryption.none());
    file.create(KeySets.fresh(random, NOW));
    keys = CurrentKeys.of(file);
    vault = TestVaults.of(keys);
  }

  @AfterEach
  void closeDatabase() {
    rows.close();
  }

  @Test
  void everyRowOfEveryTenantIsSealedAnewAndFoundByItsNewIndex() {
    for (int i = 0; i < 450; i++) {
      rows.put(vault, i % 2 == 0 ? ONE : TWO, new UUID(i, i), "+316" + i, "text " + i);
    }
    int old = keys.ring().primary();
    rotate();

    ResealRows.Result result = reseal();

    assertThat(result).isEqualTo(new ResealRows.Result(450, 0));
    assertThat(users().of(old)).isEmpty();
    assertThat(users().notUnder(keys.ring().primary())).isZero();
    file.change(sets -> sets.without(old));
    Vault withoutOld = TestVaults.of(CurrentKeys.of(file));
    assertThat(rows.content(withoutOld, TWO, new UUID(449, 449))).isEqualTo("text 449");
    assertThat(rows.recipient(withoutOld, ONE, new UUID(0, 0))).isEqualTo("+3160");
    assertThat(rows.found(withoutOld, TWO, "+316449")).isEqualTo(1);
    assertThat(reseal()).as("again").isEqualTo(new ResealRows.Result(0, 0));
  }

  @Test
  void aWipedColumnStaysWipedAndAWipedRowNeedsNoKey() {
    rows.put(vault, ONE, new UUID(1, 1), "+311", "a");
    rows.put(vault, ONE, new UUID(2, 2), "+312", "b");
    rows.sql()
        .sql("UPDATE letter SET content_sealed = NULL WHERE recipient_sealed IS NOT NULL")
        .update();
    rows.sql()
        .sql("UPDATE letter SET recipient_sealed = NULL WHERE id = :id")
        .param("id", new UUID(2, 2))
        .update();
    int old = keys.ring().primary();
    rotate();

    assertThat(reseal().resealed()).isEqualTo(1);

    assertThat(rows.count("content_sealed IS NULL")).isEqualTo(2);
    assertThat(rows.recipient(vault, ONE, new UUID(1, 1))).isEqualTo("+311");
    assertThat(users().of(old)).isEmpty();
  }

  @Test
  void aRowThatCannotBeOpenedIsLeftAndKeepsItsKeyInUse() {
    for (int i = 1; i <= 3; i++) {
      rows.put(vault, ONE, new UUID(i, i), "+31" + i, "text");
    }
    rows.sql()
        .sql("UPDATE letter SET id = :other WHERE id = :id")
        .param("id", new UUID(2, 2))
        .param("other", new UUID(9, 9))
        .update();
    int old = keys.ring().primary();
    rotate();

    assertThat(reseal()).isEqualTo(new ResealRows.Result(2, 1));
    assertThat(users().of(old)).containsEntry("letter.key_id", 1L);
  }

  @Test
  void aKeyIdColumnThatLiesDoesNotHideAnOldKey() {
    rows.put(vault, ONE, new UUID(1, 1), "+311", "text");
    int old = keys.ring().primary();
    rotate();
    rows.sql().sql("UPDATE letter SET key_id = :key").param("key", keys.ring().primary()).update();

    assertThat(users().of(old)).containsEntry("letter.key_id", 1L);
    assertThat(reseal().resealed()).isEqualTo(1);
    assertThat(users().of(old)).isEmpty();
  }

  @Test
  void aHashThatCannotBeMadeAgainKeepsItsKeyInUse() {
    rows.put(vault, ONE, new UUID(1, 1), "+311", "text");
    int old = keys.ring().primary();
    rows.sql().sql("UPDATE letter SET hash_key_id = :key").param("key", old).update();
    rotate();
    reseal();

    assertThat(users().of(old)).containsOnlyKeys("letter.hash_key_id");
  }

  @Test
  void aRowThatSomebodyHoldsIsNotWaitedFor() {
    rows.put(vault, ONE, new UUID(1, 1), "+311", "held");
    rows.put(vault, ONE, new UUID(2, 2), "+312", "free");
    rotate();

    rows.transactions()
        .executeWithoutResult(_ -> {
          rows.sql()
              .sql("UPDATE letter SET changes = 7 WHERE id = :id")
              .param("id", new UUID(1, 1))
              .update();
          assertThat(inAnotherThread(this::reseal).resealed()).isEqualTo(1);
        });

    assertThat(reseal().resealed()).isEqualTo(1);
    assertThat(rows.count("changes = 7")).isEqualTo(1);
  }

  /// Writers keep changing rows with two nodes' vaults, one of them late, while rows are re-sealed.
  /// Each row belongs to one writer, who knows what it must hold in the end.
  @Test
  void whatOthersWriteMeanwhileIsNeverLostAndAlwaysOpens() throws Exception {
    int writers = 6;
    int perWriter = 80;
    for (int i = 0; i < writers * perWriter; i++) {
      rows.put(vault, ONE, new UUID(i, i), "+316" + i, "start");
    }
    Vault late = TestVaults.of(CurrentKeys.of(file));
    AtomicBoolean done = new AtomicBoolean();
    int old = keys.ring().primary();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<int[]>> running = new ArrayList<>();
      for (int w = 0; w < writers; w++) {
        int first = w * perWriter;
        Vault own = w % 2 == 0 ? vault : late;
        running.add(threads.submit(() -> write(own, first, perWriter, done)));
      }
      rotate();
      long resealed = 0;
      for (int i = 0; i < 5; i++) {
        resealed += reseal().resealed();
      }
      done.set(true);
      assertThat(resealed).isPositive();
      for (int w = 0; w < writers; w++) {
        assertLast(w * perWriter, running.get(w).get());
      }
    }
    reseal();
    assertThat(users().of(old)).isEmpty();
  }

  private int[] write(Vault own, int first, int count, AtomicBoolean done) {
    int[] last = new int[count];
    for (int round = 1; !done.get(); round++) {
      for (int i = 0; i < count && !done.get(); i++) {
        UUID id = new UUID(first + i, first + i);
        rows.put(own, ONE, id, "+316" + (first + i), "round " + round);
        last[i] = round;
        assertThat(rows.content(own, ONE, id)).isEqualTo("round " + round);
      }
    }
    return last;
  }

  private void assertLast(int first, int[] last) {
    for (int i = 0; i < last.length; i++) {
      UUID id = new UUID(first + i, first + i);
      String expected = last[i] == 0 ? "start" : "round " + last[i];
      assertThat(rows.content(vault, ONE, id)).isEqualTo(expected);
    }
  }

  private ResealRows.Result inAnotherThread(java.util.concurrent.Callable<ResealRows.Result> work) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.submit(work).get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private ResealRows.Result reseal() {
    return new ResealRows(rows.sql(), rows.transactions(), vault, keys.ring().primary())
        .run(SampleRows.LETTERS);
  }

  private KeyUsers users() {
    return new KeyUsers(rows.sql(), List.of(SampleRows.ROOM));
  }

  private void rotate() {
    int next = file.change(sets -> sets.withNewKey(random, NOW)).waiting().orElseThrow();
    keys.reread();
    file.change(sets -> sets.promoted(next, NOW));
    keys.reread();
  }
}
