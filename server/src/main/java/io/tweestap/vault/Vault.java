package io.tweestap.vault;

import io.tweestap.shared.TenantId;
import java.util.List;

/// Seals, opens and hashes with the installation's keys. Thread-safe.
public interface Vault {
  /// Seals a value with the primary key for this one place.
  Sealed seal(Place place, byte[] plain);

  /// Opens a value sealed for exactly this place, with whichever key sealed it.
  ///
  /// @throws VaultException when the value was altered, moved, or its key is gone
  byte[] open(Place place, byte[] sealed);

  /// The keyed hash (HMAC-SHA256, 32 bytes) under the primary key.
  byte[] hash(HashUse use, TenantId tenant, byte[]... parts);

  /// The same hash together with the id of the key that made it, for a column whose hashes cannot
  /// be made again: the key stays until no row names it.
  KeyedHash keyedHash(HashUse use, TenantId tenant, byte[]... parts);

  /// The hash under every key still in use, primary first: one value, more while keys rotate.
  /// Compare a stored hash with each of them.
  List<byte[]> candidates(HashUse use, TenantId tenant, byte[]... parts);
}
