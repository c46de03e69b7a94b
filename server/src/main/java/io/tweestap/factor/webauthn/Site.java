package io.tweestap.factor.webauthn;

import io.tweestap.tenant.WebAuthnSettings;
import java.util.Optional;
import java.util.Set;

/// The site that a tenant's keys are for.
///
/// @param rpId its RP ID
/// @param name what some browsers show of it
/// @param origins exactly these may use the keys: pages within the site, related ones, apps
/// @param asks what is asked of keys
record Site(String rpId, String name, Set<String> origins, WebAuthnSettings asks) {
  Site {
    origins = Set.copyOf(origins);
  }

  /// Why a ceremony on this page does not count; empty when it does.
  Optional<String> refusal(ClientData client) {
    if (!origins.contains(client.origin())) {
      return Optional.of("origin");
    }
    if (client.topOrigin().isPresent()) {
      return asks.embeddingOrigins().contains(client.topOrigin().get())
          ? Optional.empty()
          : Optional.of("top_origin");
    }
    // Browsers that do not say in whose frame they are: fine only where frames are meant to be.
    return client.crossOrigin() && asks.embeddingOrigins().isEmpty()
        ? Optional.of("cross_origin")
        : Optional.empty();
  }
}
