package io.tweestap.vault;

/// A keyed hash (32 bytes) and the id of the key that made it; both are written in the same
/// statement, so that `keys prune` sees which keys are still needed.
public record Hashed(int keyId, byte[] bytes) {
  @Override
  public String toString() {
    return "Hashed[key " + keyId + "]";
  }
}
