package io.tweestap.tenant.web;

import io.tweestap.tenant.WebAuthnSettings;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a tenant chose for security keys, as the API shows it.
///
/// @param rpId absent: the host of the server's public address
/// @param rpName absent: the tenant's name
record WebAuthnView(
    @Nullable String rpId,
    @Nullable String rpName,
    List<String> origins,
    List<String> relatedOrigins,
    List<String> embeddingOrigins,
    String userVerification,
    String attestation,
    String counterBack,
    List<String> allowedAaguids) {
  static WebAuthnView of(WebAuthnSettings settings) {
    return new WebAuthnView(
        settings.rpId().orElse(null),
        settings.rpName().isEmpty() ? null : settings.rpName(),
        sorted(settings.origins()),
        sorted(settings.relatedOrigins()),
        sorted(settings.embeddingOrigins()),
        settings.userVerification().text(),
        settings.attestation().text(),
        settings.counterBack().text(),
        sorted(settings.allowedAaguids()));
  }

  private static List<String> sorted(Collection<?> values) {
    return values.stream().map(Object::toString).sorted().toList();
  }
}
