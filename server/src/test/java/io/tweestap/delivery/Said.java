package io.tweestap.delivery;

/// What a carrier said, in a word.
public final class Said {
  private Said() {}

  /// `Accepted`, `Unknown`, or the class of the failure: `REJECTED`.
  public static String kind(HandOver said) {
    return switch (said) {
      case HandOver.Accepted _ -> "Accepted";
      case HandOver.Unknown _ -> "Unknown";
      case HandOver.Failed failed -> failed.kind().name();
    };
  }

  static HandOver retry(String reason) {
    return new HandOver.Failed(FailureClass.RETRY, reason);
  }

  static HandOver rejected(String reason) {
    return new HandOver.Failed(FailureClass.REJECTED, reason);
  }
}
