package io.tweestap.risk.rule;

import java.util.Optional;
import java.util.stream.Stream;

/// Judges the next code by what was counted.
public final class Rules {
  private Rules() {}

  /// The narrowest rule that the code would break; empty: it may be sent.
  public static Optional<Breach> judge(Figures figures) {
    return Stream.of(Rule.values())
        .filter(rule -> Kind.OF_CODES.contains(rule.kind()))
        .map(rule -> new Breach(rule, count(rule, figures), threshold(rule, figures)))
        .filter(one -> one.count() > one.threshold())
        .findFirst();
  }

  private static double count(Rule rule, Figures figures) {
    return switch (rule) {
      case PREFIX_HOUR -> figures.prefix().unverifiedHour();
      case PREFIX_DAY -> figures.prefix().unverifiedDay();
      case SOURCE_COUNTRIES -> figures.countriesOfSource();
      case SOURCE_HOUR -> figures.source().unverifiedHour();
      case SOURCE_DAY -> figures.source().unverifiedDay();
      case COUNTRY_HOUR -> figures.country().unverifiedHour();
      case COUNTRY_DAY -> figures.country().unverifiedDay();
      case MESSAGES_PREFIX_HOUR,
          MESSAGES_PREFIX_DAY,
          MESSAGES_COUNTRY_HOUR,
          MESSAGES_COUNTRY_DAY,
          MESSAGES_TENANT_HOUR,
          MESSAGES_TENANT_DAY ->
          throw new IllegalArgumentException("a rule of messages");
    };
  }

  private static double threshold(Rule rule, Figures figures) {
    double countryDay = Thresholds.countryDay(figures.bestDay(), figures.country().verifiedDay());
    double prefixDay = Thresholds.prefixDay(figures.prefix().verifiedDay());
    return switch (rule) {
      case PREFIX_HOUR -> Thresholds.prefixHour(prefixDay, figures.prefix().verifiedHour());
      case PREFIX_DAY -> prefixDay;
      case SOURCE_COUNTRIES -> Thresholds.SOURCE_COUNTRIES;
      case SOURCE_HOUR -> Thresholds.sourceHour(figures.source().verifiedDay());
      case SOURCE_DAY -> Thresholds.sourceDay(figures.source().verifiedDay());
      case COUNTRY_HOUR -> Thresholds.countryHour(countryDay, figures.country().verifiedHour());
      case COUNTRY_DAY -> countryDay;
      case MESSAGES_PREFIX_HOUR,
          MESSAGES_PREFIX_DAY,
          MESSAGES_COUNTRY_HOUR,
          MESSAGES_COUNTRY_DAY,
          MESSAGES_TENANT_HOUR,
          MESSAGES_TENANT_DAY ->
          throw new IllegalArgumentException("a rule of messages");
    };
  }
}
