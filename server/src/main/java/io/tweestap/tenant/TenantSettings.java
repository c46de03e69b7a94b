package io.tweestap.tenant;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a tenant chose for itself.
///
/// @param country its own country, ISO 3166-1 alpha-2, upper case; numbers without `+` are read in
///   it
/// @param allowedCountries countries that codes may be sent to; holds at least the tenant's own
/// @param senderName name that recipients see, at most 11 characters of GSM 03.38 letters and
///   digits
/// @param loginHost host in the origin-bound last line of a code (SMS-1), without scheme or port
/// @param locale language of the texts when a request names none
/// @param zone where its days begin and end: a policy's dates, the times in a notice
/// @param supportContact whom its users turn to, as it stands in a notice (a phone number, an
///   address, a room); at most 100 characters, empty: "the help desk of" the tenant
/// @param longLivedCodes whether codes of every purpose may live up to 48 hours (VAL-1); off by
///   default
/// @param disconnectNeedsApproval whether a second person must agree before staff take a user's
///   factors away (REC-8); off by default
/// @param webauthn for which site its users' security keys are, and what it asks of them
/// @param limits per-tenant limits by the name of the limit; each only lower than the default
/// @param testNumbers fixed codes by E.164 number; nothing is ever sent to these
public record TenantSettings(
    String country,
    Set<String> allowedCountries,
    String senderName,
    String loginHost,
    Locale locale,
    ZoneId zone,
    String supportContact,
    boolean longLivedCodes,
    boolean disconnectNeedsApproval,
    WebAuthnSettings webauthn,
    Map<String, Integer> limits,
    Map<String, String> testNumbers) {
  public TenantSettings {
    allowedCountries = Set.copyOf(allowedCountries);
    limits = Map.copyOf(limits);
    testNumbers = Map.copyOf(testNumbers);
  }

  TenantSettings withTestNumbers(Map<String, String> numbers) {
    return new TenantSettings(
        country,
        allowedCountries,
        senderName,
        loginHost,
        locale,
        zone,
        supportContact,
        longLivedCodes,
        disconnectNeedsApproval,
        webauthn,
        limits,
        numbers);
  }
}
