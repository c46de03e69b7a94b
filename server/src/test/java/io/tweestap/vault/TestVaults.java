package io.tweestap.vault;

import io.tweestap.vault.keys.CurrentKeys;

/// Opens the vault to tests of its sub-packages.
public final class TestVaults {
  private TestVaults() {}

  public static Vault of(CurrentKeys keys) {
    return new Vault(keys);
  }
}
