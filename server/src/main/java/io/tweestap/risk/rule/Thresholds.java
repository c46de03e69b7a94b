package io.tweestap.risk.rule;

/// How many codes may stay unverified. More than that is refused.
///
/// The formula for country and source is the one that Authgear publishes for its fraud protection,
/// with room for chance added for countries; the one for prefixes is ours. All counts are of one
/// tenant. The floors let a tenant without any history begin; the share follows what its users
/// really verify.
public final class Thresholds {
  /// Unverified codes that are allowed for each verified one.
  public static final double SHARE = 0.2;

  /// Countries that one source may have codes sent to within a day without typing one of theirs.
  public static final int SOURCE_COUNTRIES = 3;

  private static final double HOURS_OF_A_BUSY_DAY = 6;
  private static final double COUNTRY_DAY = 20;
  private static final double COUNTRY_HOUR = 3;
  private static final double PREFIX_DAY = 6;
  private static final double PREFIX_HOUR = 3;
  private static final double SOURCE_DAY = 10;
  private static final double SOURCE_HOUR = 5;

  private Thresholds() {}

  /// For one country within a day.
  ///
  /// @param bestDay the most that were verified on one of the 14 days before today
  /// @param verifiedDay verified within the last 24 hours
  public static double countryDay(long bestDay, long verifiedDay) {
    return Math.max(COUNTRY_DAY, withRoom(SHARE * Math.max(bestDay, verifiedDay)));
  }

  /// For one country within an hour.
  ///
  /// @param day the threshold of the day
  /// @param verifiedHour verified within the last hour
  public static double countryHour(double day, double verifiedHour) {
    return Math.max(
        COUNTRY_HOUR, Math.max(day / HOURS_OF_A_BUSY_DAY, withRoom(SHARE * verifiedHour)));
  }

  /// For one prefix within a day.
  ///
  /// @param verifiedDay verified within the last 24 hours
  public static double prefixDay(long verifiedDay) {
    return Math.max(PREFIX_DAY, SHARE * verifiedDay);
  }

  /// For one prefix within an hour.
  ///
  /// @param day the threshold of the day
  /// @param verifiedHour verified within the last hour
  public static double prefixHour(double day, double verifiedHour) {
    return Math.max(PREFIX_HOUR, Math.max(day / HOURS_OF_A_BUSY_DAY, SHARE * verifiedHour));
  }

  /// For one source within a day.
  ///
  /// @param verifiedDay verified within the last 24 hours
  public static double sourceDay(long verifiedDay) {
    return Math.max(SOURCE_DAY, SHARE * verifiedDay);
  }

  /// Two standard deviations of what comes by chance. Where 85 % of the codes are typed, 0.18 of
  /// each verified one is not, so that the bare share is passed on many an ordinary day.
  private static double withRoom(double usual) {
    return usual + 2 * Math.sqrt(usual);
  }

  /// For one source within an hour.
  ///
  /// @param verifiedDay verified within the last 24 hours
  public static double sourceHour(long verifiedDay) {
    return Math.max(SOURCE_HOUR, SHARE * verifiedDay / HOURS_OF_A_BUSY_DAY);
  }
}
