package io.tweestap.tenant.command;

import java.time.ZoneId;
import java.util.Map;

/// The time zone that a new tenant gets by its country: where a country has one, and it is near;
/// else UTC. `PATCH /v1/settings` changes it.
final class UsualZones {
  private static final Map<String, String> BY_COUNTRY =
      Map.of(
          "NL", "Europe/Amsterdam",
          "BE", "Europe/Brussels",
          "DE", "Europe/Berlin",
          "AT", "Europe/Vienna",
          "CH", "Europe/Zurich",
          "LU", "Europe/Luxembourg",
          "FR", "Europe/Paris",
          "GB", "Europe/London",
          "IE", "Europe/Dublin");

  private UsualZones() {}

  static ZoneId of(String country) {
    return ZoneId.of(BY_COUNTRY.getOrDefault(country, "UTC"));
  }
}
