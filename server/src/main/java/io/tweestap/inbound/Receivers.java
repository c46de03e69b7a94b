package io.tweestap.inbound;

import io.tweestap.inbound.jdbc.NumberRows;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.SandboxTenant;
import io.tweestap.tenant.Tenant;
import io.tweestap.tenant.Tenants;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Whose a message is, by the number that it was sent to.
@Component
@EnableConfigurationProperties(InboundProperties.class)
class Receivers {
  private final NumberRows numbers;
  private final Tenants tenants;
  private final Optional<TenantId> others;

  Receivers(NumberRows numbers, Tenants tenants, InboundProperties properties) {
    this.numbers = numbers;
    this.tenants = tenants;
    this.others = Optional.ofNullable(properties.tenant()).map(TenantId::new);
  }

  /// Whoever was given the number; else, since numbers are shared, the tenant that looks after the
  /// carrier, or the one that the settings name.
  ///
  /// @param owner who looks after the carrier
  Optional<TenantId> of(String to, Optional<TenantId> owner) {
    // A short number of eight digits looks like a whole one.
    return numbers
        .receiver(List.of(to, to.replaceFirst("^\\+", "")))
        .or(() -> owner)
        .or(() -> others)
        .or(() -> tenants.find(SandboxTenant.ID).map(Tenant::id));
  }
}
