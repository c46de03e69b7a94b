package io.tweestap.tenant.command;

import io.tweestap.tenant.Tenant;
import io.tweestap.tenant.Tenants;
import java.util.List;
import java.util.Optional;

/// Finds the tenant that a person at the shell means.
final class NamedTenants {
  private NamedTenants() {}

  /// By its id, or by its name when only one has it.
  static Optional<Tenant> find(Tenants tenants, String asked) {
    List<Tenant> found =
        tenants.list().stream()
            .filter(tenant -> tenant.id().toString().equals(asked) || tenant.name().equals(asked))
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }
}
