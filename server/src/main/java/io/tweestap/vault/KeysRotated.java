package io.tweestap.vault;

/// Another key is primary now: it seals and hashes everything new.
public record KeysRotated(int keyId) {}
