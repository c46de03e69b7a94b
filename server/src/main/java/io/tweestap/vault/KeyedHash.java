package io.tweestap.vault;

/// A keyed hash and the id of the key that made it; both are written in the same statement.
public record KeyedHash(int keyId, byte[] bytes) {}
