package io.tweestap.risk.rule;

/// Codes of one country, prefix or source.
///
/// @param unverifiedDay sent within the last 24 hours and not verified, with the one that is judged
/// @param unverifiedHour the same within the last hour
/// @param verifiedDay verified within the last 24 hours
/// @param verifiedHour verified within the last hour
public record Tally(
    long unverifiedDay, double unverifiedHour, long verifiedDay, double verifiedHour) {
  /// Nothing at all.
  public static final Tally NONE = new Tally(0, 0, 0, 0);

  /// Both together.
  public Tally plus(Tally other) {
    return new Tally(
        unverifiedDay + other.unverifiedDay,
        unverifiedHour + other.unverifiedHour,
        verifiedDay + other.verifiedDay,
        verifiedHour + other.verifiedHour);
  }
}
