package io.tweestap.login.web;

import io.tweestap.login.disconnect.Staff;
import io.tweestap.shared.TenantId;
import io.tweestap.shared.web.Problem;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.TenantCare;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which tenant's users staff mean to help: their own tenant's, or, with the header
/// `Tweestap-Tenant`, those of a tenant in their care (N3). Everything else answers like something
/// that is nowhere.
@Component
class InCare {
  static final String HEADER = "Tweestap-Tenant";

  private final TenantCare care;

  InCare(TenantCare care) {
    this.care = care;
  }

  /// @param header as it came; null when there was none
  /// @param unknown what is said when the tenant is not in the caller's care
  TenantId tenant(Caller caller, @Nullable String header, Problem unknown) {
    if (header == null) {
      return caller.tenant();
    }
    TenantId meant = read(header, unknown);
    if (meant.equals(caller.tenant()) || care.isInCareOf(meant, caller.tenant())) {
      return meant;
    }
    throw unknown;
  }

  private static TenantId read(String header, Problem unknown) {
    try {
      return TenantId.of(header);
    } catch (IllegalArgumentException _) {
      throw unknown;
    }
  }

  static Staff staff(Caller caller) {
    return new Staff(caller.tenant(), caller.clientId());
  }
}
