package io.tweestap.tenant.command;

import io.tweestap.operations.ExitCode;
import io.tweestap.tenant.Tenant;
import io.tweestap.tenant.TenantCare;
import io.tweestap.tenant.Tenants;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// `./tweestap tenants care`: who may help the users of which tenant.
@Component
class CareWords {
  private final ObjectProvider<Tenants> tenants;
  private final ObjectProvider<TenantCare> care;

  CareWords(ObjectProvider<Tenants> tenants, ObjectProvider<TenantCare> care) {
    this.tenants = tenants;
    this.care = care;
  }

  /// @param words `care give TENANT --operator OPERATOR`, `care end ...`, `care list TENANT`
  /// @return the exit code
  int run(Words words, String usage) {
    Optional<Tenant> tenant = words.at(2).flatMap(this::tenant);
    Optional<Tenant> operator = words.get("--operator").flatMap(this::tenant);
    String what = words.at(1).orElse("");
    if (what.equals("list") && tenant.isPresent()) {
      return list(tenant.get());
    }
    if (!what.equals("give") && !what.equals("end")) {
      return wrong(usage);
    }
    if (tenant.isEmpty() || operator.isEmpty() || tenant.equals(operator)) {
      return wrong("Give a tenant and another as its operator; ./tweestap tenants list shows all.");
    }
    return what.equals("give") ? give(tenant.get(), operator.get()) : end(tenant, operator);
  }

  private int give(Tenant tenant, Tenant operator) {
    care.getObject().give(tenant.id(), operator.id());
    System.out.printf(
        "Staff of %s can now disconnect factors of users of %s.%n", operator.name(), tenant.name());
    return ExitCode.OK.code();
  }

  private int end(Optional<Tenant> tenant, Optional<Tenant> operator) {
    boolean ended = care.getObject().end(tenant.orElseThrow().id(), operator.orElseThrow().id());
    if (!ended) {
      return wrong("The tenant is not in the care of that operator.");
    }
    System.out.println("Ended, at once on every node.");
    return ExitCode.OK.code();
  }

  private int list(Tenant tenant) {
    care.getObject()
        .operators(tenant.id())
        .forEach(operator -> System.out.printf("%s  %s%n", operator, name(operator.toString())));
    return ExitCode.OK.code();
  }

  private String name(String id) {
    return tenant(id).map(Tenant::name).orElse("");
  }

  private Optional<Tenant> tenant(String asked) {
    return NamedTenants.find(tenants.getObject(), asked);
  }

  private static int wrong(String advice) {
    System.err.println(advice);
    return ExitCode.USAGE.code();
  }
}
