package io.tweestap.tenant.web;

import io.tweestap.tenant.Tenant;
import io.tweestap.tenant.TenantSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A tenant's settings as the API shows them.
///
/// @param warning what to know about a setting that weakens security; absent when there is none
record SettingsView(
    String tenantId,
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
    WebAuthnView webauthn,
    Map<String, Integer> limits,
    @Nullable String warning) {
  private static final String LONG_LIVED =
      "Codes that live longer than 10 minutes do not meet NIST SP 800-63B-4 section 3.1.3.2,"
          + " which ends an out-of-band authentication after 10 minutes.";

  static SettingsView of(Tenant tenant) {
    TenantSettings settings = tenant.settings();
    return new SettingsView(
        tenant.id().toString(),
        tenant.name(),
        settings.senderName(),
        settings.loginHost(),
        settings.country(),
        settings.allowedCountries().stream().sorted().toList(),
        settings.locale().getLanguage(),
        settings.zone().getId(),
        settings.supportContact(),
        settings.longLivedCodes(),
        settings.disconnectNeedsApproval(),
        WebAuthnView.of(settings.webauthn()),
        new TreeMap<>(settings.limits()),
        settings.longLivedCodes() ? LONG_LIVED : null);
  }
}
