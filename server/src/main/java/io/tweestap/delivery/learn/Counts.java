package io.tweestap.delivery.learn;

/// What came of first codes that one carrier took to one country; older ones count less, so these
/// are no whole numbers.
///
/// @param sent how many
/// @param typed how many of them were typed, at most as many
public record Counts(double sent, double typed) {
  /// Nothing is known.
  public static final Counts NONE = new Counts(0, 0);

  public Counts {
    if (!(typed >= 0 && sent >= typed)) {
      throw new IllegalArgumentException("no more codes are typed than were sent");
    }
  }

  /// The share that is typed, 0 to 1; 0 where none was sent.
  public double share() {
    return sent == 0 ? 0 : typed / sent;
  }
}
