package io.tweestap.vault;

/// One vault for all nodes that a test starts.
public final class SharedVault {
  private static final Vault VAULT = Vault.withKeysOfItsOwn();

  private SharedVault() {}

  public static Vault get() {
    return VAULT;
  }
}
