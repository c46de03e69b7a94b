package io.tweestap.tenant.command;

import io.tweestap.operations.Command;
import io.tweestap.operations.ExitCode;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.AccessTokens;
import io.tweestap.tenant.Clients;
import io.tweestap.tenant.NewClient;
import io.tweestap.tenant.Scope;
import io.tweestap.tenant.Tenant;
import io.tweestap.tenant.Tenants;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// `./tweestap clients`: makes and revokes API clients. A secret is shown once, when it is made.
@Component
class ClientsCommand implements Command {
  private final ObjectProvider<Tenants> tenants;
  private final ObjectProvider<Clients> clients;

  ClientsCommand(ObjectProvider<Tenants> tenants, ObjectProvider<Clients> clients) {
    this.tenants = tenants;
    this.clients = clients;
  }

  @Override
  public String name() {
    return "clients";
  }

  @Override
  public String usage() {
    return """
    clients new TENANT --label NAME --scopes all|SCOPE,SCOPE    make an API client
    clients revoke TENANT CLIENT_ID                             end an API client\
    """;
  }

  @Override
  public int run(List<String> args) {
    Optional<Words> words = Words.parse(args, "--label", "--scopes");
    return switch (words.flatMap(given -> given.at(0)).orElse("")) {
      case "new" -> make(words.orElseThrow());
      case "revoke" -> revoke(words.orElseThrow());
      default -> wrong(usage());
    };
  }

  private int make(Words words) {
    Optional<TenantId> tenant = tenant(words);
    Optional<String> label = words.get("--label").filter(text -> text.length() <= 100);
    Optional<Set<Scope>> scopes = words.get("--scopes").flatMap(ClientsCommand::scopes);
    if (tenant.isEmpty()) {
      return wrong("There is no such tenant, or several; ./tweestap tenants list shows the ids.");
    }
    if (label.isEmpty() || label.get().isBlank() || scopes.isEmpty()) {
      return wrong(
          "Give a label and scopes: all, or some of "
              + AccessTokens.text(EnumSet.allOf(Scope.class)).replace(' ', ',')
              + ".");
    }
    NewClient made = clients.getObject().create(tenant.get(), label.get(), scopes.get());
    System.out.printf("client id      %s%n", made.clientId());
    System.out.printf("client secret  %s%n", made.secret());
    System.out.println("Keep the secret now: it is not shown again.");
    return ExitCode.OK.code();
  }

  private int revoke(Words words) {
    Optional<TenantId> tenant = tenant(words);
    Optional<String> client = words.at(2);
    boolean revoked =
        tenant.isPresent()
            && client.isPresent()
            && clients.getObject().revoke(tenant.get(), client.get());
    if (!revoked) {
      return wrong("There is no such active client of this tenant.");
    }
    System.out.println("The client was revoked. Running nodes notice within 30 seconds.");
    return ExitCode.OK.code();
  }

  /// The tenant by its id, or by its name when only one has it.
  private Optional<TenantId> tenant(Words words) {
    return NamedTenants.find(tenants.getObject(), words.at(1).orElse("")).map(Tenant::id);
  }

  /// Scopes with commas between them; empty when one of them does not exist.
  private static Optional<Set<Scope>> scopes(String text) {
    if (text.equals("all")) {
      return Optional.of(Scope.ofATenant());
    }
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String word : text.split(",", -1)) {
      Optional<Scope> scope = Scope.of(word.strip());
      if (scope.isEmpty()) {
        return Optional.empty();
      }
      scopes.add(scope.get());
    }
    return Optional.of(scopes);
  }

  private static int wrong(String advice) {
    System.err.println(advice);
    return ExitCode.USAGE.code();
  }
}
