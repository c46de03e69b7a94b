package io.tweestap.client.settings;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a tenant chose for itself.
///
/// @param tenantId of the tenant
/// @param name name of the organization
/// @param senderName the name that recipients see, at most 11 letters, digits or spaces
/// @param loginHost host in the last line of a text message (`@login.example.org #123456`), so that
///   phones fill the code in on that site only
/// @param country the tenant's own country, ISO 3166-1 alpha-2. Numbers without `+` are read in it.
/// @param allowedCountries countries that codes may be sent to, sorted; holds at least the tenant's
///   own
/// @param locale language of the texts when a request names none
/// @param timeZone where the tenant's days begin and end, a name of the IANA time zone database:
///   the dates of policies, the times in notices
/// @param supportContact whom users turn to, as it stands in notices: a phone number, an address, a
///   room; no link. Empty: the help desk of the tenant.
/// @param longLivedCodes whether codes of every purpose may live up to 48 hours
/// @param disconnectNeedsApproval whether a second person must agree before a user's factors are
///   taken away
/// @param webauthn what is asked of security keys and passkeys
/// @param limits the limits that were lowered, by name. The others keep their defaults.
/// @param warning what to know about a setting that weakens security. Missing when there is none.
public record Settings(
    UUID tenantId,
    String name,
    String senderName,
    String loginHost,
    String country,
    List<String> allowedCountries,
    String locale,
    String timeZone,
    String supportContact,
    boolean longLivedCodes,
    boolean disconnectNeedsApproval,
    KeySettings webauthn,
    Map<String, Integer> limits,
    @Nullable String warning) {}
