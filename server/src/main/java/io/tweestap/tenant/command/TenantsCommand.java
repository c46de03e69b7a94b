package io.tweestap.tenant.command;

import io.tweestap.operations.Command;
import io.tweestap.operations.ExitCode;
import io.tweestap.tenant.Tenant;
import io.tweestap.tenant.TenantSettings;
import io.tweestap.tenant.Tenants;
import io.tweestap.tenant.WebAuthnSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// `./tweestap tenants`: makes and lists tenants, and says who looks after which.
@Component
class TenantsCommand implements Command {
  private static final String DEFAULT_HOST = "localhost";
  private static final String DEFAULT_SENDER = "Code";
  private static final int SENDER_MAX = 11;
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final ObjectProvider<Tenants> tenants;
  private final CareWords care;

  TenantsCommand(ObjectProvider<Tenants> tenants, CareWords care) {
    this.tenants = tenants;
    this.care = care;
  }

  @Override
  public String name() {
    return "tenants";
  }

  @Override
  public String usage() {
    return """
    tenants new NAME --country NL [--login-host HOST] [--sender NAME]    make a tenant
    tenants list                                                         show all tenants
    tenants care give TENANT --operator OPERATOR    let an operator's staff help its users
    tenants care end TENANT --operator OPERATOR     take that back
    tenants care list TENANT                        show who may help its users\
    """;
  }

  @Override
  public int run(List<String> args) {
    Optional<Words> words =
        Words.parse(args, "--country", "--login-host", "--sender", "--operator");
    return switch (words.flatMap(given -> given.at(0)).orElse("")) {
      case "new" -> make(words.orElseThrow());
      case "list" -> list();
      case "care" -> care.run(words.orElseThrow(), usage());
      default -> wrong(usage());
    };
  }

  private int make(Words words) {
    Optional<String> name = words.at(1).filter(text -> text.length() <= 100 && !text.isBlank());
    Optional<String> country = words.get("--country").filter(COUNTRIES::contains);
    String sender = words.get("--sender").orElseGet(() -> sender(name.orElse("")));
    String host = words.get("--login-host").orElse(DEFAULT_HOST);
    if (name.isEmpty() || country.isEmpty()) {
      return wrong("Give a name of 1 to 100 characters and a country such as NL.");
    }
    if (!sender.matches("[A-Za-z0-9 ]{1,11}") || !host.matches("[a-z0-9.-]{1,253}")) {
      return wrong("A sender has 1 to 11 letters or digits, a login host is as login.example.org.");
    }
    Tenant made = tenants.getObject().create(name.get(), settings(country.get(), sender, host));
    System.out.printf(
        "Tenant %s was made: %s%nSender %s, login host %s.%n",
        made.name(), made.id(), sender, host);
    System.out.printf("Next: ./tweestap clients new %s --label NAME --scopes all%n", made.id());
    return ExitCode.OK.code();
  }

  private static TenantSettings settings(String country, String sender, String host) {
    return new TenantSettings(
        country,
        Set.of(country),
        sender,
        host,
        Locale.ENGLISH,
        UsualZones.of(country),
        "",
        false,
        false,
        WebAuthnSettings.USUAL,
        Map.of(),
        Map.of());
  }

  /// What a phone can show of the name: at most 11 letters and digits.
  private static String sender(String name) {
    String letters = name.replaceAll("[^A-Za-z0-9]", "");
    return letters.isEmpty()
        ? DEFAULT_SENDER
        : letters.substring(0, Math.min(SENDER_MAX, letters.length()));
  }

  private int list() {
    for (Tenant tenant : tenants.getObject().list()) {
      System.out.printf("%s  %s  %s%n", tenant.id(), tenant.settings().country(), tenant.name());
    }
    return ExitCode.OK.code();
  }

  private static int wrong(String advice) {
    System.err.println(advice);
    return ExitCode.USAGE.code();
  }
}
