package io.tweestap.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tweestap.shared.TenantId;
import io.tweestap.vault.keys.CurrentKeys;
import io.tweestap.vault.keys.KeyEncryption;
import io.tweestap.vault.keys.KeyFile;
import io.tweestap.vault.keys.KeyRing;
import io.tweestap.vault.keys.KeySets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final TenantId TENANT = new TenantId(new UUID(1, 1));
  private static final Place PLACE = new Place(TENANT, "factor", "seed", new UUID(2, 2));
  private static final byte[] SEED = bytes("12345678901234567890");

  private final SecureRandom random = new SecureRandom();
  @TempDir private Path directory;
  private KeyFile file;
  private Vault vault;

  @BeforeEach
  void makeKeys() {
    file = new KeyFile(directory.resolve("keys.json"), KeyEncryption.none());
    file.create(KeySets.fresh(random, NOW));
    vault = node();
  }

  @Test
  @DisplayName("OTP-17: a seed is sealed (AEAD) and opens only with the key file's keys")
  void aSeedIsSealedWithKeysOutsideOfTheDatabase() {
    Sealed sealed = vault.seal(PLACE, SEED);

    assertThat(vault.open(PLACE, sealed.bytes())).isEqualTo(SEED);
    assertThat(new String(sealed.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("12345678");
    assertThatThrownBy(() -> Vault.withKeysOfItsOwn().open(PLACE, sealed.bytes()))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("key that is gone");
  }

  @Test
  void theSameValueIsSealedDifferentlyEachTime() {
    assertThat(vault.seal(PLACE, SEED).bytes()).isNotEqualTo(vault.seal(PLACE, SEED).bytes());
  }

  @Test
  void theKeyIdIsTheOneInTheSealedBytes() {
    Sealed sealed = vault.seal(PLACE, SEED);

    assertThat(KeyRing.keyIdOf(sealed.bytes())).isEqualTo(sealed.keyId()).isPositive();
    assertThat(sealed.keyId()).isEqualTo(file.read().primary());
  }

  @Test
  @DisplayName("OTP-17: a value moved to another row, column, table or tenant does not open")
  void aMovedValueDoesNotOpen() {
    byte[] sealed = vault.seal(PLACE, SEED).bytes();
    UUID row = PLACE.row();
    List<Place> elsewhere =
        List.of(
            new Place(TENANT, "factor", "seed", new UUID(2, 3)),
            new Place(TENANT, "factor", "pin", row),
            new Place(TENANT, "factors", "seed", row),
            new Place(TENANT, "factorseed", "seed", row),
            new Place(TENANT, "factors", "eed", row),
            new Place(new TenantId(new UUID(1, 2)), "factor", "seed", row),
            new Place(new TenantId(row), "factor", "seed", TENANT.value()));

    assertThat(elsewhere)
        .allSatisfy(place ->
            assertThatThrownBy(() -> vault.open(place, sealed)).isInstanceOf(VaultException.class));
  }

  @Test
  void noBitOfASealedValueCanBeFlippedAndNoByteCutOff() {
    byte[] sealed = vault.seal(PLACE, SEED).bytes();
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] flipped = sealed.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(() -> vault.open(PLACE, flipped)).isInstanceOf(VaultException.class);
    }
    for (int length = 0; length < sealed.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(sealed, length);
      assertThatThrownBy(() -> vault.open(PLACE, cut)).isInstanceOf(VaultException.class);
    }
  }

  @Test
  void hashesOfDifferentUsesTenantsAndPartsDiffer() {
    TenantId other = new TenantId(new UUID(1, 2));
    List<byte[]> hashes = new ArrayList<>();
    for (HashUse use : HashUse.values()) {
      hashes.add(vault.hash(use, TENANT, bytes("123456")));
      hashes.add(vault.hash(use, other, bytes("123456")));
    }
    hashes.add(vault.hash(HashUse.CODE, TENANT, bytes("12"), bytes("3456")));
    hashes.add(vault.hash(HashUse.CODE, TENANT, bytes("123"), bytes("456")));
    hashes.add(vault.hash(HashUse.CODE, TENANT, bytes("123456"), bytes("")));
    hashes.add(vault.hash(HashUse.CODE, TENANT, bytes(""), bytes("123456")));
    hashes.add(vault.hash(HashUse.CODE, TENANT));

    Set<List<Byte>> distinct = new HashSet<>();
    hashes.forEach(hash -> distinct.add(boxed(hash)));
    assertThat(distinct).hasSameSizeAs(hashes);
    assertThat(hashes).allSatisfy(hash -> assertThat(hash).hasSize(32));
  }

  @Test
  void aHashIsTheSameOnEveryNodeAndEachTime() {
    assertThat(node().hash(HashUse.ADDRESS, TENANT, bytes("+31612345678")))
        .isEqualTo(vault.hash(HashUse.ADDRESS, TENANT, bytes("+31612345678")));
  }

  @Test
  void thePrimaryKeysHashIsTheFirstCandidate() {
    file.change(sets -> sets.withNewKey(random, NOW));
    Vault vault = node();

    List<byte[]> candidates = vault.candidates(HashUse.CODE, TENANT, bytes("123456"));

    assertThat(candidates).hasSize(2);
    assertThat(candidates.getFirst())
        .isEqualTo(vault.hash(HashUse.CODE, TENANT, bytes("123456")))
        .isNotEqualTo(candidates.getLast());
  }

  @Test
  void anOldHashIsFoundAfterTheKeysRotated() {
    Hashed old = vault.hashed(HashUse.CLIENT_SECRET, TENANT, bytes("secret"));
    promoteNewKey();
    Vault vault = node();

    assertThat(vault.candidates(HashUse.CLIENT_SECRET, TENANT, bytes("secret")))
        .hasSize(2)
        .satisfies(found -> assertThat(found.getLast()).isEqualTo(old.bytes()));
    assertThat(vault.hashed(HashUse.CLIENT_SECRET, TENANT, bytes("secret")).keyId())
        .isNotEqualTo(old.keyId());
  }

  @Test
  void anUnknownKeyMakesANodeReadTheFileAgain() {
    promoteNewKey();
    Sealed byAnotherNode = node().seal(PLACE, SEED);

    assertThat(vault.open(PLACE, byAnotherNode.bytes())).isEqualTo(SEED);
    assertThat(vault.seal(PLACE, SEED).keyId()).isEqualTo(byAnotherNode.keyId());
  }

  @Test
  void twoNodesOpenAndCompareEverythingAtEachStepOfARotation() {
    Vault late = node();
    CurrentKeys lateKeys = CurrentKeys.of(file);
    Vault lateToo = new Vault(lateKeys);
    Vault early = node();
    eachOpensWhatTheOtherSealed(late, early);

    int next = file.change(sets -> sets.withNewKey(random, NOW)).waiting().orElseThrow();
    early = node();
    eachOpensWhatTheOtherSealed(late, early);
    lateKeys.reread();

    file.change(sets -> sets.promoted(next, NOW));
    early = node();
    eachOpensWhatTheOtherSealed(lateToo, early);
    eachFindsWhatTheOtherHashed(lateToo, early);

    lateKeys.reread();
    eachOpensWhatTheOtherSealed(lateToo, early);
    eachFindsWhatTheOtherHashed(lateToo, early);
  }

  @Test
  void nothingPrintsWhatItHolds() {
    Sealed sealed = vault.seal(PLACE, SEED);
    Hashed hashed = vault.hashed(HashUse.CODE, TENANT, SEED);

    assertThat(vault + " " + sealed + " " + hashed)
        .contains("Sealed[key " + sealed.keyId())
        .doesNotContain("12345678")
        .doesNotContain("[B@");
  }

  private static void eachOpensWhatTheOtherSealed(Vault one, Vault other) {
    assertThat(one.open(PLACE, other.seal(PLACE, SEED).bytes())).isEqualTo(SEED);
    assertThat(other.open(PLACE, one.seal(PLACE, SEED).bytes())).isEqualTo(SEED);
  }

  private static void eachFindsWhatTheOtherHashed(Vault one, Vault other) {
    byte[] code = bytes("123456");
    assertThat(one.candidates(HashUse.CODE, TENANT, code))
        .anySatisfy(hash -> assertThat(hash).isEqualTo(other.hash(HashUse.CODE, TENANT, code)));
    assertThat(other.candidates(HashUse.CODE, TENANT, code))
        .anySatisfy(hash -> assertThat(hash).isEqualTo(one.hash(HashUse.CODE, TENANT, code)));
  }

  private void promoteNewKey() {
    int next = file.change(sets -> sets.withNewKey(random, NOW)).waiting().orElseThrow();
    file.change(sets -> sets.promoted(next, NOW));
  }

  private Vault node() {
    return new Vault(CurrentKeys.of(file));
  }

  private static List<Byte> boxed(byte[] bytes) {
    List<Byte> boxed = new ArrayList<>();
    for (byte b : bytes) {
      boxed.add(b);
    }
    return boxed;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
