package io.tweestap.policy.jdbc;

import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Strength;
import io.tweestap.policy.FirstFactorProof;
import io.tweestap.policy.Frequency;
import io.tweestap.policy.Policy;
import io.tweestap.policy.Profile;
import io.tweestap.policy.Purpose;
import io.tweestap.policy.Terms;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Gives a policy's fields to a statement.
final class PolicyParameters {
  private PolicyParameters() {}

  static JdbcClient.StatementSpec given(
      JdbcClient.StatementSpec statement, TenantId tenant, Policy policy, Instant now) {
    Terms terms = policy.terms();
    return stay(statement, terms)
        .param("tenant", tenant.value())
        .param("id", policy.id())
        .param("name", policy.name())
        .param("group", policy.group().orElse(null))
        .param("application", policy.application().orElse(null))
        .param("available", terms.availableFrom().orElse(null))
        .param("required", terms.requiredFrom().orElse(null))
        .param("zone", terms.zone().map(ZoneId::getId).orElse(null))
        .param("kinds", terms.kinds().map(PolicyParameters::kinds).orElse(null))
        .param("strength", terms.strength().map(Strength::text).orElse(null))
        .param("skips", terms.skipsMax().orElse(null))
        .param("late", terms.lateEnrollment().orElse(null))
        .param("purposes", terms.purposes().map(PolicyParameters::purposes).orElse(null))
        .param("proof", terms.proof().map(FirstFactorProof::text).orElse(null))
        .param("remind", policy.remindDays().toArray(Integer[]::new))
        .param("approved", policy.exemptionsApproved())
        .param("now", SqlTime.of(now));
  }

  private static JdbcClient.StatementSpec stay(JdbcClient.StatementSpec statement, Terms terms) {
    return statement
        .param("frequency", terms.frequency().map(PolicyRow::text).orElse(null))
        .param("days", terms.frequency().flatMap(PolicyParameters::days).orElse(null))
        .param("stay", terms.stay().loggedIn().map(Duration::toSeconds).orElse(null))
        .param("idle", terms.stay().idle().map(Duration::toSeconds).orElse(null))
        .param("remember", terms.stay().remember().map(Duration::toDays).orElse(null))
        .param("profile", terms.stay().profile().map(Profile::text).orElse(null));
  }

  private static Optional<Integer> days(Frequency often) {
    return often instanceof Frequency.PerBrowser(int days) ? Optional.of(days) : Optional.empty();
  }

  private static String[] kinds(Set<FactorKind> kinds) {
    return kinds.stream().sorted().map(FactorKind::text).toArray(String[]::new);
  }

  private static String[] purposes(Set<Purpose> purposes) {
    return purposes.stream().sorted().map(Purpose::text).toArray(String[]::new);
  }
}
