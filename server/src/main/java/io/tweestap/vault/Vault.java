package io.tweestap.vault;

import io.tweestap.shared.TenantId;
import io.tweestap.vault.keys.CurrentKeys;
import io.tweestap.vault.keys.KeyRing;
import io.tweestap.vault.keys.KeySets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Seals, opens and hashes with the installation's keys. Thread-safe; a few microseconds a call.
public final class Vault {
  private final CurrentKeys keys;

  Vault(CurrentKeys keys) {
    this.keys = keys;
  }

  /// A vault whose keys are made now and kept nowhere: what it seals is lost with it. For tests.
  public static Vault withKeysOfItsOwn() {
    return new Vault(CurrentKeys.fixed(KeySets.fresh(new SecureRandom(), Instant.EPOCH)));
  }

  /// Seals a value with the primary key for this one place.
  public Sealed seal(Place place, byte[] plain) {
    KeyRing ring = keys.ring();
    try {
      return new Sealed(ring.primary(), ring.seal(plain, place.associatedData()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a value could not be sealed", e);
    }
  }

  /// Opens a value sealed for exactly this place, with whichever key sealed it. A key that this
  /// node does not know makes it look at the key file at once.
  ///
  /// @throws VaultException when the value was altered, moved, or its key is gone
  public byte[] open(Place place, byte[] sealed) {
    int keyId = KeyRing.keyIdOf(sealed);
    KeyRing ring = keys.ringFor(keyId);
    try {
      return ring.open(sealed, place.associatedData());
    } catch (GeneralSecurityException e) {
      String why = ring.holds(keyId) ? "was altered or moved" : "has a key that is gone: " + keyId;
      throw new VaultException(
          "the sealed value in " + place.table() + "." + place.column() + " " + why, e);
    }
  }

  /// The keyed hash (HMAC-SHA256, 32 bytes) under the primary key. For hashes that live shorter
  /// than two days; for longer ones store the key's id too, see [#hashed].
  public byte[] hash(HashUse use, TenantId tenant, byte[]... parts) {
    return hashed(use, tenant, parts).bytes();
  }

  /// The same hash with the id of its key, for a column that [SealedColumns] names.
  public Hashed hashed(HashUse use, TenantId tenant, byte[]... parts) {
    KeyRing ring = keys.ring();
    try {
      return new Hashed(ring.primary(), ring.hash(Framed.of(use.domain(), tenant.value(), parts)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a value could not be hashed", e);
    }
  }

  /// The hash that this key makes, to compare with one that was stored with its key's id; empty
  /// when the key is gone. A key that this node does not know makes it look at the key file at
  /// once.
  public Optional<byte[]> hashedBy(int keyId, HashUse use, TenantId tenant, byte[]... parts) {
    KeyRing ring = keys.ringFor(keyId);
    if (!ring.holds(keyId)) {
      return Optional.empty();
    }
    try {
      return Optional.of(ring.hash(keyId, Framed.of(use.domain(), tenant.value(), parts)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a value could not be hashed", e);
    }
  }

  /// The hash under every key still in use, primary first: one value, more while keys rotate.
  /// Compare a stored hash with each of them.
  public List<byte[]> candidates(HashUse use, TenantId tenant, byte[]... parts) {
    try {
      return keys.ring().hashes(Framed.of(use.domain(), tenant.value(), parts));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a value could not be hashed", e);
    }
  }

  @Override
  public String toString() {
    return "Vault[" + keys + "]";
  }
}
