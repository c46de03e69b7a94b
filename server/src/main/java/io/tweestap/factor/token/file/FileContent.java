package io.tweestap.factor.token.file;

import java.util.List;

/// What a file holds.
public sealed interface FileContent {
  /// Its lines or keys, in order.
  record Lines(List<FileLine> lines) implements FileContent {}

  /// Nothing of it can be read: not the format that was named, the wrong key or passphrase, or
  /// altered on the way.
  ///
  /// @param code a stable word: `pskc_mac_wrong`
  /// @param detail what is wrong, without any secret
  record Unreadable(String code, String detail) implements FileContent {}
}
