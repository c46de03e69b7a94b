package io.tweestap.vault;

/// A key that nothing used any more was removed.
public record KeyPruned(int keyId) {}
