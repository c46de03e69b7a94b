package io.tweestap.client.settings;

import io.tweestap.client.http.Body;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A JSON merge patch (RFC 7396): fields that are missing stay as they are.
public final class SettingsChange extends Body<SettingsChange> {
  private SettingsChange(Map<String, @Nullable Object> fields) {
    super(fields, SettingsChange::new);
  }

  /// Nothing yet.
  public static SettingsChange empty() {
    return new SettingsChange(Map.of());
  }

  /// Name of the organization, without control characters.
  public SettingsChange name(String name) {
    return with("name", name);
  }

  /// The name that recipients see: letters, digits, and spaces within.
  public SettingsChange senderName(String senderName) {
    return with("sender_name", senderName);
  }

  /// Bare host name in lower case, as in `login.example.org`: no scheme, port or path.
  public SettingsChange loginHost(String loginHost) {
    return with("login_host", loginHost);
  }

  /// Two capital letters of ISO 3166-1. It must be one of the allowed countries.
  public SettingsChange country(String country) {
    return with("country", country);
  }

  /// All countries that codes may be sent to, in place of the earlier list. Each country more is a
  /// way for SMS pumping.
  public SettingsChange allowedCountries(List<String> allowedCountries) {
    return with("allowed_countries", allowedCountries);
  }

  /// Language of the texts when a request names none.
  public SettingsChange locale(String locale) {
    return with("locale", locale);
  }

  /// Where the tenant's days begin and end, a name of the IANA time zone database: the dates of
  /// policies, the times in notices.
  public SettingsChange timeZone(String timeZone) {
    return with("time_zone", timeZone);
  }

  /// Whom users turn to, as it stands in notices: a phone number, an address, a room; no link.
  /// Empty: the help desk of the tenant.
  public SettingsChange supportContact(String supportContact) {
    return with("support_contact", supportContact);
  }

  /// Lets codes of every purpose live up to 48 hours. Codes that live longer than 10 minutes do not
  /// meet NIST SP 800-63B-4 section 3.1.3.2.
  public SettingsChange longLivedCodes(boolean longLivedCodes) {
    return with("long_lived_codes", longLivedCodes);
  }

  /// Asks for a second person: `POST /v1/users/{ref}/disconnect` then waits until another API
  /// client approves it.
  public SettingsChange disconnectNeedsApproval(boolean disconnectNeedsApproval) {
    return with("disconnect_needs_approval", disconnectNeedsApproval);
  }

  /// Lowers limits, by their names. The others stay as they are.
  ///
  /// @param limits null for a limit brings its default back
  public SettingsChange limits(Map<String, @Nullable Integer> limits) {
    return with("limits", limits);
  }

  /// Changes what is asked of security keys and passkeys.
  public SettingsChange webauthn(KeySettingsChange webauthn) {
    return with("webauthn", webauthn);
  }
}
