package io.tweestap.vault;

/// A sealed value that cannot be opened: altered, moved to another place, or its key is gone.
public final class VaultException extends RuntimeException {
  public VaultException(String message, Throwable cause) {
    super(message, cause);
  }
}
