package io.tweestap.policy.command;

import io.tweestap.audit.Actor;
import io.tweestap.policy.FirstFactorProof;
import io.tweestap.policy.Policy;
import io.tweestap.policy.PolicyChanges;
import io.tweestap.policy.PolicyOutcome;
import io.tweestap.policy.Terms;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.Clients;
import io.tweestap.tenant.NewClient;
import io.tweestap.tenant.PageSettings;
import io.tweestap.tenant.SandboxTenant;
import io.tweestap.tenant.Scope;
import io.tweestap.tenant.TenantPages;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What the example application needs of the sandbox: an API client with just its scopes, the
/// addresses that pages may lead back to, and a policy for its customers. What is there already
/// stays.
@Component
class PrepareExample {
  static final Set<Scope> SCOPES =
      EnumSet.of(
          Scope.LOGINS_WRITE, Scope.USERS_WRITE, Scope.FACTORS_READ, Scope.ACCOUNT_LINKS_WRITE);

  /// Where the second step and the account pages lead back to.
  private static final List<String> PATHS = List.of("/login/second-step/back", "/password");

  private static final String GROUP = "customer-center";

  /// A policy has its id from whoever stores it.
  private static final UUID NONE_YET = new UUID(0, 0);

  private final Clients clients;
  private final TenantPages pages;
  private final PolicyChanges policies;

  PrepareExample(Clients clients, TenantPages pages, PolicyChanges policies) {
    this.clients = clients;
    this.pages = pages;
    this.policies = policies;
  }

  /// @param address where browsers reach the application
  /// @param file that the application reads its client from
  /// @return why it cannot be; empty when all is there
  Optional<String> prepare(String address, Path file) {
    leadBackTo(PATHS.stream().map(address::concat).toList());
    if (!isGood(ClientFile.read(file))) {
      ClientFile.write(file, clients.create(SandboxTenant.ID, "example application", SCOPES));
    }
    return letCustomersBegin();
  }

  private boolean isGood(Optional<NewClient> known) {
    return known
        .flatMap(client -> clients.authenticate(client.clientId(), client.secret()))
        .map(Caller::scopes)
        .filter(scopes -> scopes.containsAll(SCOPES))
        .isPresent();
  }

  private void leadBackTo(List<String> wanted) {
    TenantId sandbox = SandboxTenant.ID;
    var all = new LinkedHashSet<>(pages.get(sandbox).returnUrls());
    if (all.addAll(wanted)) {
      pages.change(
          sandbox,
          new PageSettings.Change(
              Optional.empty(), Optional.empty(), Optional.of(List.copyOf(all)), Optional.empty()));
    }
  }

  /// Whoever tries the example has no mailbox there, so the password is enough to turn the second
  /// step on.
  private Optional<String> letCustomersBegin() {
    Policy policy =
        new Policy(
            NONE_YET,
            "Customers of the example",
            Optional.of(GROUP),
            Optional.empty(),
            Terms.NONE.proving(FirstFactorProof.NONE),
            List.of(),
            false);
    return switch (policies.create(SandboxTenant.ID, policy, Actor.SYSTEM)) {
      case PolicyOutcome.Done _, PolicyOutcome.NameTaken _ -> Optional.empty();
      case PolicyOutcome.TooMany _ -> Optional.of("The sandbox has as many policies as it may.");
      case PolicyOutcome.ChangedMeanwhile _, PolicyOutcome.NotFound _ ->
          throw new IllegalStateException("a new policy was looked for");
    };
  }
}
