package io.tweestap.vault;

/// A sealed value and the id of the key that sealed it; both are written in the same statement.
public record Sealed(int keyId, byte[] bytes) {
  @Override
  public String toString() {
    return "Sealed[key " + keyId + ", " + bytes.length + " bytes]";
  }
}
