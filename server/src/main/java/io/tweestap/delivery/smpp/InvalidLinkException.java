package io.tweestap.delivery.smpp;

/// A setting of a link that cannot be.
public final class InvalidLinkException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String sentence;

  InvalidLinkException(String field, String sentence) {
    super(field + ": " + sentence);
    this.field = field;
    this.sentence = sentence;
  }

  /// The setting, as the API names it.
  public String field() {
    return field;
  }

  /// What is allowed.
  public String sentence() {
    return sentence;
  }
}
