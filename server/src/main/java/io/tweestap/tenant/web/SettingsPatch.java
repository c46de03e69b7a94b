package io.tweestap.tenant.web;

import io.tweestap.tenant.LimitNames;
import io.tweestap.tenant.Tenant;
import io.tweestap.tenant.TenantSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A JSON merge patch (RFC 7396) of a tenant's settings: fields that are missing stay; `null` takes
/// a lowered limit away, and is refused for the rest, which must always have a value.
record SettingsPatch(BodyFields fields, Map<String, Integer> defaults) {
  private static final Set<String> KNOWN =
      Set.of(
          "name",
          "sender_name",
          "login_host",
          "country",
          "allowed_countries",
          "locale",
          "time_zone",
          "support_contact",
          "long_lived_codes",
          "disconnect_needs_approval",
          "webauthn",
          "limits");

  static SettingsPatch of(ObjectNode body, LimitNames limits) {
    return new SettingsPatch(new BodyFields(body).requireKnown(KNOWN), limits.defaults());
  }

  /// The tenant as it is to be.
  ///
  /// @throws io.tweestap.shared.web.Problem when a value is not allowed
  Tenant applyTo(Tenant tenant) {
    TenantSettings before = tenant.settings();
    String country =
        fields
            .text("country")
            .map(code -> SettingsRules.country("country", code))
            .orElse(before.country());
    TenantSettings after =
        new TenantSettings(
            country,
            SettingsRules.allowedCountries(country, allowed(before)),
            fields.text("sender_name").map(SettingsRules::senderName).orElse(before.senderName()),
            fields.text("login_host").map(SettingsRules::loginHost).orElse(before.loginHost()),
            fields.text("locale").map(SettingsRules::locale).orElse(before.locale()),
            fields.text("time_zone").map(SettingsRules::zone).orElse(before.zone()),
            fields
                .text("support_contact")
                .map(SettingsRules::contact)
                .orElse(before.supportContact()),
            fields.truth("long_lived_codes").orElse(before.longLivedCodes()),
            fields.truth("disconnect_needs_approval").orElse(before.disconnectNeedsApproval()),
            fields
                .object("webauthn")
                .map(changes -> WebAuthnPatch.of(changes).applyTo(before.webauthn()))
                .orElse(before.webauthn()),
            limits(before),
            before.testNumbers());
    String name = fields.text("name").map(SettingsRules::name).orElse(tenant.name());
    return new Tenant(tenant.id(), name, after);
  }

  private Set<String> allowed(TenantSettings before) {
    Set<String> allowed = fields.texts("allowed_countries").orElse(before.allowedCountries());
    allowed.forEach(code -> SettingsRules.country("allowed_countries", code));
    return allowed;
  }

  private Map<String, Integer> limits(TenantSettings before) {
    Map<String, Integer> limits = new HashMap<>(before.limits());
    fields
        .object("limits")
        .ifPresent(changes -> changes.forEachEntry((name, value) -> change(limits, name, value)));
    return limits;
  }

  private void change(Map<String, Integer> limits, String name, JsonNode value) {
    SettingsRules.limitName(name, defaults.keySet());
    if (value.isNull()) {
      limits.remove(name);
    } else if (value.isInt()) {
      limits.put(name, SettingsRules.limit(name, value.intValue(), defaults));
    } else {
      throw BodyFields.wrongKind("limits." + name, "a whole number, or null for the default");
    }
  }
}
