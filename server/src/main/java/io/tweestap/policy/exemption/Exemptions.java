package io.tweestap.policy.exemption;

import io.tweestap.audit.AuditAction;
import io.tweestap.policy.Policies;
import io.tweestap.policy.Policy;
import io.tweestap.policy.PolicyNews;
import io.tweestap.policy.jdbc.ExemptionChanges;
import io.tweestap.policy.jdbc.ExemptionRows;
import io.tweestap.shared.Ids;
import io.tweestap.shared.Page;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Exemptions of single users: who, why, until when, by whom, approved by whom. Each ends by
/// itself.
@Service
public class Exemptions {
  /// The longest that one may last.
  public static final Duration LONGEST = Duration.ofDays(366);

  private final ExemptionRows rows;
  private final ExemptionChanges changes;
  private final Policies policies;
  private final PolicyNews news;
  private final TransactionTemplate transaction;
  private final Ids ids;
  private final Clock clock;

  Exemptions(
      ExemptionRows rows,
      ExemptionChanges changes,
      Policies policies,
      PolicyNews news,
      TransactionTemplate transaction,
      Ids ids,
      Clock clock) {
    this.rows = rows;
    this.changes = changes;
    this.policies = policies;
    this.news = news;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  /// Who asks for what.
  ///
  /// @param until later than now, at most [Exemptions#LONGEST] from now
  /// @param staff the member of the staff who asks, on the word of the caller
  /// @param actor who calls, for the audit
  public record Wish(String reason, Instant until, String staff, String actor) {
    /// Shows no reason: people write what they like into it.
    @Override
    public String toString() {
      return "Wish[until " + until + "]";
    }
  }

  /// The exemption that is in force for a user now, as a fact for a decision.
  public Optional<ExemptionFact> inForce(TenantId tenant, UserId user) {
    return Optional.ofNullable(rows.inForce(tenant, List.of(user), clock.instant()).get(user))
        .map(ExemptionFact::new);
  }

  /// Exempts a user, at once, or after a second person's approval where a policy that speaks to the
  /// user asks for it.
  public ExemptionOutcome request(TenantId tenant, User user, Wish wish) {
    Exemption fresh = fresh(tenant, user, wish);
    return transaction.execute(_ -> {
      if (!changes.insert(tenant, fresh)) {
        return present(tenant, user);
      }
      AuditAction action =
          fresh.needsApproval() ? AuditAction.EXEMPTION_REQUESTED : AuditAction.EXEMPTION_GRANTED;
      news.exemption(tenant, user, action, wish.actor(), fresh);
      return new ExemptionOutcome.Done(fresh);
    });
  }

  private Exemption fresh(TenantId tenant, User user, Wish wish) {
    boolean approval =
        policies.remembered(tenant).stream()
            .filter(policy -> policy.concerns(user.groups()))
            .anyMatch(Policy::exemptionsApproved);
    return new Exemption(
        ids.next(),
        user.id(),
        wish.reason(),
        wish.until().truncatedTo(ChronoUnit.MICROS),
        approval,
        wish.staff(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private ExemptionOutcome present(TenantId tenant, User user) {
    Instant now = clock.instant();
    return rows.of(tenant, user.id()).stream()
        .filter(one -> one.state(now) != ExemptionState.ENDED)
        .findFirst()
        .<ExemptionOutcome>map(ExemptionOutcome.AlreadyThere::new)
        .orElseThrow(() -> new IllegalStateException("an exemption came and went at once"));
  }

  /// The second pair of eyes.
  ///
  /// @param staff another person than the one who asked
  public ExemptionOutcome approve(TenantId tenant, User user, UUID id, String staff, String actor) {
    return transaction.execute(_ -> {
      Optional<Exemption> approved = changes.approve(tenant, user.id(), id, staff, clock.instant());
      approved.ifPresent(exemption ->
          news.exemption(tenant, user, AuditAction.EXEMPTION_GRANTED, actor, exemption));
      return approved
          .<ExemptionOutcome>map(ExemptionOutcome.Done::new)
          .orElseGet(() -> unapproved(tenant, user, id, staff));
    });
  }

  private ExemptionOutcome unapproved(TenantId tenant, User user, UUID id, String staff) {
    Optional<Exemption> found = rows.find(tenant, user.id(), id);
    if (found.isEmpty()) {
      return new ExemptionOutcome.NotFound();
    }
    return found.get().state(clock.instant()) == ExemptionState.REQUESTED
            && found.get().requestedBy().equalsIgnoreCase(staff)
        ? new ExemptionOutcome.SamePerson()
        : new ExemptionOutcome.NothingToApprove(found.get());
  }

  /// Ends an exemption, or turns a request down. One that has ended stays as it is.
  public ExemptionOutcome end(TenantId tenant, User user, UUID id, String staff, String actor) {
    return transaction.execute(_ -> {
      Optional<Exemption> ended = changes.end(tenant, user.id(), id, staff, clock.instant());
      ended.ifPresent(
          exemption -> news.exemption(tenant, user, endOf(exemption), actor, exemption));
      return ended
          .or(() -> rows.find(tenant, user.id(), id))
          .<ExemptionOutcome>map(ExemptionOutcome.Done::new)
          .orElseGet(ExemptionOutcome.NotFound::new);
    });
  }

  private static AuditAction endOf(Exemption exemption) {
    return exemption.needsApproval() && exemption.approvedBy().isEmpty()
        ? AuditAction.EXEMPTION_REJECTED
        : AuditAction.EXEMPTION_ENDED;
  }

  /// The exemptions of a user, newest first, the last 200.
  public List<Exemption> of(TenantId tenant, UserId user) {
    return rows.of(tenant, user);
  }

  /// One of them.
  public Optional<Exemption> find(TenantId tenant, UserId user, UUID id) {
    return rows.find(tenant, user, id);
  }

  /// The report over all users, newest first.
  public Page<Exemption> list(TenantId tenant, ExemptionFilter filter) {
    return rows.page(tenant, filter, clock.instant());
  }
}
