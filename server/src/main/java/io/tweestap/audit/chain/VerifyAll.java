package io.tweestap.audit.chain;

import io.tweestap.audit.AuditTrail;
import io.tweestap.audit.jdbc.ChainRows;
import io.tweestap.audit.jdbc.LinkRows;
import io.tweestap.shared.TenantId;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Verifies the chains of all tenants and of the installation, and that none is missing: the
/// installation's own chain tells which were opened.
@Component
public class VerifyAll {
  private final ChainRows chains;
  private final LinkRows rows;
  private final VerifyChain verify;
  private final JsonMapper json;

  VerifyAll(ChainRows chains, LinkRows rows, VerifyChain verify, JsonMapper json) {
    this.chains = chains;
    this.rows = rows;
    this.verify = verify;
    this.json = json;
  }

  /// Verifies one chain after the other, the installation's first.
  ///
  /// @param only the one tenant to look at; empty for all
  public void verify(Optional<TenantId> only, Consumer<ChainReport> told) {
    // Read before the chains: a chain that is opened meanwhile is not missed.
    Map<TenantId, Long> opened = opened();
    Set<TenantId> tenants = only.map(Set::of).orElseGet(() -> all(opened.keySet()));
    tenants.forEach(
        tenant -> told.accept(judged(verify.verify(tenant), opened.getOrDefault(tenant, 0L))));
  }

  private Set<TenantId> all(Set<TenantId> opened) {
    Set<TenantId> all = new LinkedHashSet<>();
    all.add(AuditTrail.INSTALLATION);
    all.addAll(chains.tenants());
    all.addAll(rows.unsealedTenants());
    all.addAll(opened);
    return all;
  }

  private Map<TenantId, Long> opened() {
    return chains.opened().stream()
        .map(details -> json.readTree(details).path("tenant").asString())
        .map(TenantId::of)
        .collect(Collectors.groupingBy(tenant -> tenant, Collectors.counting()));
  }

  private static ChainReport judged(ChainReport report, long opened) {
    Optional<Fault> fault = Optional.empty();
    if (opened > 1) {
      fault = Optional.of(Fault.CHAIN_REPLACED);
    } else if (opened == 1 && report.last() == 0) {
      fault = Optional.of(Fault.CHAIN_MISSING);
    }
    Optional<Break> whole = fault.map(found -> Break.at(found, 0));
    return report.or(whole);
  }
}
