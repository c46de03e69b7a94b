package io.tweestap.factor.webauthn;

import io.tweestap.operations.PublicAddress;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.Tenant;
import io.tweestap.tenant.Tenants;
import io.tweestap.tenant.WebAuthnSettings;
import io.tweestap.tenant.WebOrigin;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Finds the site of a tenant: what it chose, else the host of the server's public address.
@Component
class Sites {
  private final Tenants tenants;
  private final PublicAddress address;

  Sites(Tenants tenants, PublicAddress address) {
    this.tenants = tenants;
    this.address = address;
  }

  Site of(TenantId id) {
    Tenant tenant = tenants.get(id);
    WebAuthnSettings chosen = tenant.settings().webauthn();
    String rpId = chosen.rpId().orElseGet(() -> address.get().getHost());
    String name = chosen.rpName().isEmpty() ? tenant.name() : chosen.rpName();
    return new Site(rpId, name, origins(chosen, rpId), chosen);
  }

  /// The server's own pages count where they are within the site.
  private Set<String> origins(WebAuthnSettings chosen, String rpId) {
    URI own = address.get();
    Set<String> origins = new HashSet<>(chosen.origins());
    if (origins.isEmpty() && chosen.rpId().isPresent()) {
      origins.add("https://" + rpId);
    }
    if (WebOrigin.isWithin(own.toString(), rpId)) {
      origins.add(own.toString());
    }
    origins.addAll(chosen.relatedOrigins());
    return origins;
  }
}
