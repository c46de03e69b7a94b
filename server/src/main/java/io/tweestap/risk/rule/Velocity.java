package io.tweestap.risk.rule;

import java.util.Optional;
import java.util.stream.Stream;

/// How many messages of an application's own may go to one block of numbers, to one foreign
/// country, and in all. Nobody types anything into these, so what is usual is all that they are
/// held against.
///
/// A campaign spreads over all blocks of numbers of a country; whoever earns on messages has a few.
/// So a block may have a fiftieth of what the tenant sends, and country and tenant a few times of
/// what the best of 14 days had. The floors let a tenant begin.
public final class Velocity {
  private static final double PREFIX_HOUR = 30;
  private static final double PREFIX_DAY = 100;
  private static final double PREFIX_SHARE = 0.02;
  private static final double COUNTRY_DAY = 1_000;
  private static final double TENANT_DAY = 20_000;
  private static final double TIMES_THE_BEST_DAY = 3;
  private static final double PART_OF_A_DAY = 3;

  private Velocity() {}

  /// Messages, those that are judged included.
  ///
  /// @param hour within the last hour
  /// @param day within the last 24 hours
  public record Sent(double hour, double day) {}

  /// The narrower of two rules that is broken.
  ///
  /// @param bestDay of what is judged, the most on one of the 14 days before today
  /// @param ofTenant what the tenant sent in all
  public static Optional<Breach> judge(Kind kind, Sent sent, long bestDay, Sent ofTenant) {
    double day =
        switch (kind) {
          case MESSAGE_PREFIX -> Math.max(PREFIX_DAY, PREFIX_SHARE * ofTenant.day());
          case MESSAGE_COUNTRY -> Math.max(COUNTRY_DAY, TIMES_THE_BEST_DAY * bestDay);
          case MESSAGE_TENANT -> Math.max(TENANT_DAY, TIMES_THE_BEST_DAY * bestDay);
          case COUNTRY, PREFIX, SOURCE -> throw new IllegalArgumentException("a rule of codes");
        };
    double hour =
        kind == Kind.MESSAGE_PREFIX
            ? Math.max(PREFIX_HOUR, PREFIX_SHARE * ofTenant.day())
            : day / PART_OF_A_DAY;
    return Stream.of(
            new Breach(Rule.ofHour(kind), sent.hour(), hour),
            new Breach(Rule.ofDay(kind), sent.day(), day))
        .filter(one -> one.count() > one.threshold())
        .findFirst();
  }
}
