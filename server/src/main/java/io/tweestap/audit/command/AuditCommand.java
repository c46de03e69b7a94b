package io.tweestap.audit.command;

import io.tweestap.audit.AuditTrail;
import io.tweestap.audit.chain.Break;
import io.tweestap.audit.chain.ChainReport;
import io.tweestap.audit.chain.VerifyAll;
import io.tweestap.operations.Command;
import io.tweestap.operations.ExitCode;
import io.tweestap.shared.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// `./tweestap audit verify`: walks along every chain and names what was changed behind its back.
@Component
class AuditCommand implements Command {
  private final ObjectProvider<VerifyAll> verify;

  AuditCommand(ObjectProvider<VerifyAll> verify) {
    this.verify = verify;
  }

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public String usage() {
    return "audit verify [--tenant ID]   show whether somebody changed the audit trail\n";
  }

  @Override
  public int run(List<String> args) {
    if (args.equals(List.of("verify"))) {
      return verify(Optional.empty());
    }
    if (args.size() == 3 && args.subList(0, 2).equals(List.of("verify", "--tenant"))) {
      Optional<TenantId> tenant = tenant(args.get(2));
      if (tenant.isPresent()) {
        return verify(tenant);
      }
      System.err.println("The id of a tenant is as ./tweestap tenants list shows it.");
    }
    System.err.print(usage());
    return ExitCode.USAGE.code();
  }

  private int verify(Optional<TenantId> only) {
    AtomicInteger whole = new AtomicInteger();
    AtomicInteger broken = new AtomicInteger();
    verify
        .getObject()
        .verify(
            only,
            report -> {
              tell(report);
              (report.found().isPresent() ? broken : whole).incrementAndGet();
            });
    if (broken.get() > 0) {
      System.err.printf("%d of %d chains are broken.%n", broken.get(), broken.get() + whole.get());
      return ExitCode.AUDIT_BROKEN.code();
    }
    System.out.printf("All %d chains are as they were recorded.%n", whole.get());
    return ExitCode.OK.code();
  }

  private static void tell(ChainReport report) {
    if (report.found().isPresent()) {
      Break found = report.found().get();
      System.err.printf(
          "BROKEN  %s  position %d  row %s: %s%n",
          name(report.tenant()),
          found.position(),
          found.id().map(Object::toString).orElse("-"),
          found.fault().words());
      return;
    }
    System.out.printf(
        "ok      %s  %d links to position %d, %d purged, %d not sealed yet, head %s%n",
        name(report.tenant()),
        report.links(),
        report.last(),
        report.purged(),
        report.unsealed(),
        report.head());
  }

  private static String name(TenantId tenant) {
    return tenant.equals(AuditTrail.INSTALLATION) ? "installation" : "tenant " + tenant;
  }

  private static Optional<TenantId> tenant(String text) {
    try {
      return Optional.of(TenantId.of(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
