package io.tweestap.client.fraud;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Locale;

/// What is too much, from the narrowest to the widest.
///
/// - `prefix_hour`: codes to one block of numbers (all but the last four digits) within an hour
///   that nobody typed
/// - `prefix_day`: the same within 24 hours
/// - `source_countries`: countries that one visitor had codes sent to within 24 hours without
///   typing one of theirs
/// - `source_hour`: codes that one visitor caused within an hour and nobody typed
/// - `source_day`: the same within 24 hours
/// - `country_hour`: codes to one country within an hour that nobody typed
/// - `country_day`: the same within 24 hours
public enum FraudRule {
  PREFIX_HOUR,
  PREFIX_DAY,
  SOURCE_COUNTRIES,
  SOURCE_HOUR,
  SOURCE_DAY,
  COUNTRY_HOUR,
  COUNTRY_DAY,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
