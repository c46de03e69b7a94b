package io.tweestap.sender;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The rules that count for a tenant: its own, and for other countries those of the installation.
///
/// @param own the tenant's rules by country
public record SenderRulesOfTenant(
    Map<String, SenderRule> own, Map<String, SenderKind> installation) {
  /// Who made a rule what it is.
  public enum Source {
    TENANT,
    INSTALLATION
  }

  /// A rule and where it comes from.
  public record Effective(SenderRule rule, Source source) {}

  public SenderRulesOfTenant {
    own = Map.copyOf(own);
    installation = Map.copyOf(installation);
  }

  /// Which sender a message to a country gets.
  ///
  /// @param asked the sender that a request insists on; empty: `name` where that may be used, else
  ///   whichever may
  /// @param name by which the recipient knows the sender
  public SenderVerdict judge(String country, Optional<String> asked, String name) {
    return rule(country)
        .map(Effective::rule)
        .orElseGet(() -> SenderRule.bare(country, SenderKind.ALPHANUMERIC))
        .judge(asked, name);
  }

  /// All rules that count, by country.
  public Map<String, Effective> all() {
    Map<String, Effective> all = new TreeMap<>();
    installation.keySet().forEach(country -> rule(country).ifPresent(r -> all.put(country, r)));
    own.keySet().forEach(country -> rule(country).ifPresent(r -> all.put(country, r)));
    return all;
  }

  private Optional<Effective> rule(String country) {
    SenderRule mine = own.get(country);
    if (mine != null) {
      return Optional.of(new Effective(mine, Source.TENANT));
    }
    return Optional.ofNullable(installation.get(country))
        .map(kind -> new Effective(SenderRule.bare(country, kind), Source.INSTALLATION));
  }
}
