package io.tweestap.client.route;

import io.tweestap.client.message.MessagePriority;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which carriers get certain messages. A message must fit in each respect that the rule names; an
/// empty list fits all.
///
/// @param name short, unique in its table; it stands in the timeline of messages
/// @param countries of the recipient's number, ISO 3166-1 alpha-2
/// @param prefixes beginnings of E.164 numbers, with the `+`
/// @param senders names or numbers that the recipient sees, in any case
/// @param priorities which messages, by urgency
/// @param tenants whose messages
/// @param carriers those that get them; one that is not there is left out
/// @param only whether no other carrier may have them, not even when all of these fail
/// @param resendLost whether what a carrier took and reports as lost goes to the next one; null
///   where the settings decide
public record RouteRule(
    String name,
    List<String> countries,
    List<String> prefixes,
    List<String> senders,
    List<MessagePriority> priorities,
    List<UUID> tenants,
    List<RouteShare> carriers,
    boolean only,
    @Nullable Boolean resendLost) {
  /// A rule for all messages, with its first carrier.
  public static RouteRule of(String name, String carrier, int weight) {
    return new RouteRule(
        name,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(new RouteShare(carrier, weight)),
        false,
        null);
  }

  /// And another carrier.
  public RouteRule and(String carrier, int weight) {
    List<RouteShare> more = new ArrayList<>(carriers);
    more.add(new RouteShare(carrier, weight));
    return new RouteRule(
        name,
        countries,
        prefixes,
        senders,
        priorities,
        tenants,
        List.copyOf(more),
        only,
        resendLost);
  }

  /// Only to numbers of these countries.
  public RouteRule toCountries(String... some) {
    return new RouteRule(
        name, List.of(some), prefixes, senders, priorities, tenants, carriers, only, resendLost);
  }

  /// Only to numbers that begin so.
  public RouteRule toPrefixes(String... some) {
    return new RouteRule(
        name, countries, List.of(some), senders, priorities, tenants, carriers, only, resendLost);
  }

  /// Only from these senders.
  public RouteRule fromSenders(String... some) {
    return new RouteRule(
        name, countries, prefixes, List.of(some), priorities, tenants, carriers, only, resendLost);
  }

  /// Only messages of these priorities.
  public RouteRule withPriorities(MessagePriority... some) {
    return new RouteRule(
        name, countries, prefixes, senders, List.of(some), tenants, carriers, only, resendLost);
  }

  /// Only of these tenants.
  public RouteRule ofTenants(UUID... some) {
    return new RouteRule(
        name, countries, prefixes, senders, priorities, List.of(some), carriers, only, resendLost);
  }

  /// With no other carrier behind these.
  public RouteRule andNoOther() {
    return new RouteRule(
        name, countries, prefixes, senders, priorities, tenants, carriers, true, resendLost);
  }

  /// Whether what a carrier took and reports as lost goes to the next one.
  public RouteRule resendingLost(boolean yes) {
    return new RouteRule(
        name, countries, prefixes, senders, priorities, tenants, carriers, only, yes);
  }
}
