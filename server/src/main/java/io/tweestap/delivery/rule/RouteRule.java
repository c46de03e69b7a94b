package io.tweestap.delivery.rule;

import io.tweestap.delivery.Priority;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Which carriers get certain messages. A message must fit in each respect that the rule names; an
/// empty list fits all.
///
/// @param name short, unique in its list; it stands in the timeline of messages
/// @param countries ISO 3166-1 alpha-2, of the recipient's number
/// @param prefixes beginnings of E.164 numbers, with the `+`
/// @param senders names or numbers that the recipient sees, in any case
/// @param tenants whose messages
/// @param carriers at least one; those that are not there, or do not serve the channel, are left
///   out
/// @param only whether no other carrier may have them, not even when all of these fail
/// @param resendLost whether what a carrier took and reports as lost goes to the next one; empty
///   where the settings decide
public record RouteRule(
    String name,
    List<String> countries,
    List<String> prefixes,
    List<String> senders,
    List<Priority> priorities,
    List<UUID> tenants,
    List<Share> carriers,
    boolean only,
    Optional<Boolean> resendLost) {
  /// Most entries of each list.
  public static final int ENTRIES_MAX = 100;

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");

  /// A carrier and how much of the messages it gets, in proportion to the others of the rule.
  ///
  /// @param weight 0 to 1000; with 0 it only comes after the others failed
  public record Share(String carrier, int weight) {
    /// Greatest weight.
    public static final int WEIGHT_MAX = 1000;

    public Share {
      if (weight < 0 || weight > WEIGHT_MAX) {
        throw new IllegalArgumentException("a weight is 0 to 1000");
      }
    }
  }

  public RouteRule {
    if (!isName(name)) {
      throw new IllegalArgumentException("not a name of a rule");
    }
    countries = List.copyOf(countries);
    prefixes = List.copyOf(prefixes);
    senders = List.copyOf(senders);
    priorities = List.copyOf(priorities);
    tenants = List.copyOf(tenants);
    carriers = List.copyOf(carriers);
    if (carriers.isEmpty()) {
      throw new IllegalArgumentException("a rule names a carrier");
    }
  }

  /// Whether this may be the name of a rule.
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  boolean fits(RouteFacts facts) {
    return (tenants.isEmpty() || tenants.contains(facts.tenant().value()))
        && (priorities.isEmpty() || priorities.contains(facts.priority()))
        && (senders.isEmpty() || senders.stream().anyMatch(facts.sender()::equalsIgnoreCase))
        && (prefixes.isEmpty() || prefixes.stream().anyMatch(facts.number()::startsWith))
        && (countries.isEmpty() || facts.country().filter(countries::contains).isPresent());
  }
}
