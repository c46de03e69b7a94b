package io.tweestap.factor.token.file;

/// One line of a list, or one key of a PSKC document.
public sealed interface FileLine {
  /// From 1 on.
  int number();

  /// A token.
  record Fine(int number, FileToken token) implements FileLine {}

  /// Something that is no token, or none that can be used.
  ///
  /// @param serial empty when not even that could be read
  /// @param code a stable word: `short_secret`
  /// @param detail what is wrong, without any secret
  record Broken(int number, String serial, String code, String detail) implements FileLine {}
}
