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
/// - `messages_prefix_hour`: messages of an application to one block of numbers within an hour
/// - `messages_prefix_day`: the same within 24 hours
/// - `messages_country_hour`: messages of an application to one foreign country within an hour
/// - `messages_country_day`: the same within 24 hours
/// - `messages_tenant_hour`: all messages of an application within an hour
/// - `messages_tenant_day`: the same within 24 hours
public enum FraudRule {
  PREFIX_HOUR,
  PREFIX_DAY,
  SOURCE_COUNTRIES,
  SOURCE_HOUR,
  SOURCE_DAY,
  COUNTRY_HOUR,
  COUNTRY_DAY,
  MESSAGES_PREFIX_HOUR,
  MESSAGES_PREFIX_DAY,
  MESSAGES_COUNTRY_HOUR,
  MESSAGES_COUNTRY_DAY,
  MESSAGES_TENANT_HOUR,
  MESSAGES_TENANT_DAY,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
