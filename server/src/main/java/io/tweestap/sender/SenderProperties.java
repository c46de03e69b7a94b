package io.tweestap.sender;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where a sender name that nobody registered does not arrive, for all tenants; each may set a rule
/// of its own instead. Countries are two capital letters of ISO 3166-1.
///
/// @param numeric countries that take only numbers
/// @param registered countries that take only names that were registered there
@ConfigurationProperties(value = "tweestap.sender", ignoreUnknownFields = false)
public record SenderProperties(
    @DefaultValue({"CA", "US"}) List<String> numeric,
    @DefaultValue({"AE", "IN", "SA", "SG", "TR"}) List<String> registered) {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  public SenderProperties {
    numeric = List.copyOf(numeric);
    registered = List.copyOf(registered);
    for (List<String> some : List.of(numeric, registered)) {
      some.stream()
          .filter(country -> !COUNTRIES.contains(country))
          .findFirst()
          .ifPresent(wrong -> {
            throw new IllegalArgumentException("not a country of ISO 3166-1: " + wrong);
          });
    }
  }

  /// The kind by country; numbers only where a country stands in both lists.
  Map<String, SenderKind> kinds() {
    Map<String, SenderKind> kinds = new HashMap<>();
    registered.forEach(country -> kinds.put(country, SenderKind.REGISTERED));
    numeric.forEach(country -> kinds.put(country, SenderKind.NUMERIC));
    return kinds;
  }
}
