package io.tweestap.factor.apppassword;

import io.tweestap.shared.TenantId;
import io.tweestap.user.UserExport;
import io.tweestap.user.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a user sees of the own app passwords in an export (PRV-6).
@Component
class AppPasswordExport implements UserExport {
  private final AppPasswordRows rows;

  AppPasswordExport(AppPasswordRows rows) {
    this.rows = rows;
  }

  record Part(
      String service,
      String device,
      List<String> networks,
      @Nullable Instant expiresAt,
      @Nullable Instant lastUsedAt,
      Instant createdAt) {}

  @Override
  public String name() {
    return "app_passwords";
  }

  @Override
  public Object of(TenantId tenant, UserId user) {
    return rows.of(tenant, user).stream().map(AppPasswordExport::part).toList();
  }

  private static Part part(AppPassword password) {
    return new Part(
        password.service().text(),
        password.device(),
        password.networks().stream().map(SourceNetwork::text).toList(),
        password.expiresAt().orElse(null),
        password.lastUsedAt().orElse(null),
        password.createdAt());
  }
}
