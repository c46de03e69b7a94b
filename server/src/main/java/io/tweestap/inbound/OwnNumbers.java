package io.tweestap.inbound;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditTrail;
import io.tweestap.inbound.jdbc.NumberRows;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.Tenants;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Which numbers of the installation belong to whom. Whoever runs it gives them out: a tenant that
/// could take a number by itself would read another's messages.
@Service
public class OwnNumbers {
  /// What became of giving out a number.
  public enum Outcome {
    DONE,
    /// Another tenant gives out this number.
    TAKEN,
    /// The tenant that is to have it does not exist.
    NO_TENANT
  }

  private final NumberRows rows;
  private final Tenants tenants;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  OwnNumbers(
      NumberRows rows,
      Tenants tenants,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.tenants = tenants;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// Those that the tenant gives out, and those that it was given.
  public List<OwnNumber> list(TenantId tenant) {
    return rows.list(tenant);
  }

  /// One of them.
  public Optional<OwnNumber> find(TenantId tenant, String address) {
    return rows.find(tenant, address);
  }

  /// Gives a number to a tenant, in place of whom it was given to before.
  ///
  /// @param tenant who gives it out
  /// @param address E.164 with its plus, or 3 to 8 digits
  public Outcome put(TenantId tenant, String address, TenantId receiver) {
    if (!receiver.equals(tenant) && tenants.find(receiver).isEmpty()) {
      return Outcome.NO_TENANT;
    }
    return transaction.execute(_ -> {
      if (!rows.put(tenant, new OwnNumber(address, receiver, clock.instant()))) {
        return Outcome.TAKEN;
      }
      audit.recordDone(
          tenant,
          AuditAction.NUMBER_SET,
          Map.of("own_number", masked(address), "tenant", receiver.toString()));
      return Outcome.DONE;
    });
  }

  /// Takes back a number that the tenant gives out.
  ///
  /// @return whether there was one
  public boolean delete(TenantId tenant, String address) {
    return transaction.execute(_ -> {
      boolean deleted = rows.delete(tenant, address);
      if (deleted) {
        audit.recordDone(tenant, AuditAction.NUMBER_REMOVED, Map.of("own_number", masked(address)));
      }
      return deleted;
    });
  }

  private static String masked(String address) {
    return address.startsWith("+") ? new PhoneNumber(address).masked() : address;
  }
}
