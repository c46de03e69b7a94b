package io.tweestap.policy;

import io.tweestap.audit.AuditAction;
import io.tweestap.policy.jdbc.PolicyRows;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes and changes the policies of a tenant. Of two who change the same one at once, the second
/// one is told instead of overwriting. A change counts on this node at once, on others within
/// seconds.
@Service
public class PolicyChanges {
  /// How many policies a tenant may have.
  public static final int MOST = 200;

  private final PolicyRows rows;
  private final Policies policies;
  private final PolicyNews news;
  private final TransactionTemplate transaction;
  private final Ids ids;
  private final Clock clock;

  PolicyChanges(
      PolicyRows rows,
      Policies policies,
      PolicyNews news,
      TransactionTemplate transaction,
      Ids ids,
      Clock clock) {
    this.rows = rows;
    this.policies = policies;
    this.news = news;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  /// All policies of the tenant by name, as they are now.
  public List<StoredPolicy> list(TenantId tenant) {
    return rows.list(tenant);
  }

  public Optional<StoredPolicy> find(TenantId tenant, UUID id) {
    return rows.find(tenant, id);
  }

  /// Makes a policy.
  ///
  /// @param draft whose id is replaced by a new one
  public PolicyOutcome create(TenantId tenant, Policy draft, String actor) {
    Policy policy = draft.withId(ids.next());
    return changing(
        tenant,
        () -> {
          if (!rows.insert(tenant, policy, MOST, clock.instant())) {
            return rows.isNameTaken(tenant, policy.name(), policy.id())
                ? new PolicyOutcome.NameTaken()
                : new PolicyOutcome.TooMany();
          }
          news.policy(tenant, AuditAction.POLICY_CREATED, actor, policy);
          return now(tenant, policy.id());
        });
  }

  /// Puts a policy in the place of the one with its id.
  ///
  /// @param version of the one that the caller saw
  public PolicyOutcome replace(TenantId tenant, Policy policy, int version, String actor) {
    return changing(
        tenant,
        () -> {
          Optional<StoredPolicy> before = rows.find(tenant, policy.id());
          if (!rows.update(tenant, policy, version, clock.instant())) {
            return unchanged(tenant, policy.id());
          }
          List<String> changed = Differences.between(before.orElseThrow().policy(), policy);
          news.policy(tenant, AuditAction.POLICY_CHANGED, actor, policy, changed);
          return now(tenant, policy.id());
        });
  }

  /// @param version of the one that the caller saw
  public PolicyOutcome delete(TenantId tenant, UUID id, int version, String actor) {
    return changing(
        tenant,
        () -> {
          Optional<StoredPolicy> before = rows.find(tenant, id);
          if (!rows.delete(tenant, id, version)) {
            return unchanged(tenant, id);
          }
          StoredPolicy gone = before.orElseThrow();
          news.policy(tenant, AuditAction.POLICY_REMOVED, actor, gone.policy());
          return new PolicyOutcome.Done(gone);
        });
  }

  /// Two may give the same name at the same moment; the database lets one of them.
  private PolicyOutcome changing(TenantId tenant, Supplier<PolicyOutcome> change) {
    try {
      return transaction.execute(_ -> change.get());
    } catch (DuplicateKeyException _) {
      return new PolicyOutcome.NameTaken();
    } finally {
      policies.forget(tenant);
    }
  }

  private PolicyOutcome now(TenantId tenant, UUID id) {
    return new PolicyOutcome.Done(rows.find(tenant, id).orElseThrow());
  }

  private PolicyOutcome unchanged(TenantId tenant, UUID id) {
    return rows.find(tenant, id)
        .<PolicyOutcome>map(stored -> new PolicyOutcome.ChangedMeanwhile(stored.version()))
        .orElseGet(PolicyOutcome.NotFound::new);
  }
}
