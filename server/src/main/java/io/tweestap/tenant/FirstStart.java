package io.tweestap.tenant;

import io.tweestap.operations.Welcome;
import java.net.URI;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes the sandbox tenant at the first start in embedded mode, with one client that may do
/// everything. Its secret is drawn here and shown once on the console: there is no default password
/// (ASVS-6.3.2).
@Component
@Order(10)
@ConditionalOnBooleanProperty("tweestap.embedded")
@ConditionalOnBooleanProperty(name = "tweestap.serving", matchIfMissing = true)
class FirstStart implements Welcome {
  private static final TenantSettings SETTINGS =
      new TenantSettings(
          "NL",
          Set.of("NL", "DE", "BE", "US", "GB"),
          "Sandbox",
          "localhost",
          Locale.ENGLISH,
          ZoneId.of("Europe/Amsterdam"),
          "",
          false,
          false,
          WebAuthnSettings.USUAL,
          Map.of(),
          Map.of());

  private final Tenants tenants;
  private final Clients clients;
  private final TransactionTemplate transaction;
  private volatile @Nullable NewClient made;

  FirstStart(Tenants tenants, Clients clients, TransactionTemplate transaction) {
    this.tenants = tenants;
    this.clients = clients;
    this.transaction = transaction;
  }

  @EventListener(ApplicationStartedEvent.class)
  void makeSandbox() {
    made = transaction.execute(_ -> sandboxClient());
  }

  private @Nullable NewClient sandboxClient() {
    if (!tenants.create(new Tenant(SandboxTenant.ID, "sandbox", SETTINGS))) {
      return null;
    }
    Set<Scope> all = EnumSet.allOf(Scope.class);
    clients.create(SandboxTenant.tryItClient(), "try-it page", all);
    return clients.create(SandboxTenant.ID, "first start", all);
  }

  @Override
  public List<String> lines(URI address) {
    NewClient shown = made;
    made = null;
    return shown == null
        ? List.of()
        : List.of(
            "",
            "The tenant \"sandbox\" was made. Its API client, shown only this once:",
            "  client id      " + shown.clientId(),
            "  client secret  " + shown.secret(),
            "Make another:    ./tweestap clients new sandbox --label NAME --scopes all",
            "");
  }
}
