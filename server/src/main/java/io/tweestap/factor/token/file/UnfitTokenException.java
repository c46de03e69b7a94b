package io.tweestap.factor.token.file;

/// A token of a file that cannot be used. Stays inside of this package.
final class UnfitTokenException extends RuntimeException {
  private final String code;

  /// @param detail what is wrong, without any secret
  UnfitTokenException(String code, String detail) {
    super(detail);
    this.code = code;
  }

  String code() {
    return code;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
