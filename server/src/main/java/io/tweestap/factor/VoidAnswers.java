package io.tweestap.factor;

import io.tweestap.operations.OpenRows;
import io.tweestap.operations.VoidOpen;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What factors are open to be answered in a restored database: each question may have been
/// answered since. Counters of tokens are not among it: how far each has moved is not known.
@Configuration(proxyBeanMethods = false)
@Lazy
class VoidAnswers {
  /// Longer than any code to a phone lives.
  private static final String PHONES_ACROSS_TENANTS =
      """
      UPDATE phone_challenge AS over
      SET spent_at = :now, approved_hash = NULL
      FROM (
        SELECT tenant_id, id
        FROM phone_challenge
        WHERE spent_at IS NULL
          AND created_at > CAST(:now AS timestamptz) - interval '49 hours'
        LIMIT :batch
        FOR UPDATE
      ) AS found
      WHERE over.tenant_id = found.tenant_id AND over.id = found.id
      """;

  private static final String DEVICES_ACROSS_TENANTS =
      """
      UPDATE ocra_challenge AS over
      SET spent_at = :now
      FROM (
        SELECT tenant_id, id
        FROM ocra_challenge
        WHERE spent_at IS NULL
          AND expires_at > :now
        LIMIT :batch
        FOR UPDATE
      ) AS found
      WHERE over.tenant_id = found.tenant_id AND over.id = found.id
      """;

  private static final String KEYS_ACROSS_TENANTS =
      """
      UPDATE webauthn_challenge AS over
      SET spent_at = :now
      FROM (
        SELECT tenant_id, id
        FROM webauthn_challenge
        WHERE spent_at IS NULL
          AND expires_at > :now
        LIMIT :batch
        FOR UPDATE
      ) AS found
      WHERE over.tenant_id = found.tenant_id AND over.id = found.id
      """;

  private static final String PASSES_ACROSS_TENANTS =
      """
      UPDATE factor AS over
      SET expires_at = :now
      FROM (
        SELECT tenant_id, id
        FROM factor
        WHERE kind = 'temporary_pass'
          AND state <> 'removed'
          AND expires_at > :now
        LIMIT :batch
        FOR UPDATE
      ) AS found
      WHERE over.tenant_id = found.tenant_id AND over.id = found.id
      """;

  private static final String BEGUN_ACROSS_TENANTS =
      """
      UPDATE factor AS over
      SET pending_until = :now
      FROM (
        SELECT tenant_id, id
        FROM factor
        WHERE pending_until > :now
        LIMIT :batch
        FOR UPDATE
      ) AS found
      WHERE over.tenant_id = found.tenant_id AND over.id = found.id
      """;

  /// The furthest step whose code was right by now, as the token's own clock goes, counts as spent.
  private static final String STEPS_ACROSS_TENANTS =
      """
      UPDATE factor AS over
      SET moving = found.step
      FROM (
        SELECT tenant_id, id, step
        FROM (
          SELECT tenant_id, id, moving,
            div(extract(epoch FROM CAST(:now AS timestamptz)) + drift,
              CAST(parameters ->> 'period' AS integer))::bigint + :skew AS step
          FROM factor
          WHERE kind = 'totp'
            AND state IN ('active', 'suspended', 'disabled')
        ) AS app
        WHERE moving < step
        LIMIT :batch
      ) AS found
      WHERE over.tenant_id = found.tenant_id AND over.id = found.id
      """;

  @Bean
  VoidOpen openChallenges(JdbcClient jdbc) {
    return OpenRows.of(
        "challenges", jdbc, PHONES_ACROSS_TENANTS, DEVICES_ACROSS_TENANTS, KEYS_ACROSS_TENANTS);
  }

  @Bean
  VoidOpen openPasses(JdbcClient jdbc) {
    return OpenRows.of("temporary passes", jdbc, PASSES_ACROSS_TENANTS);
  }

  @Bean
  VoidOpen begunFactors(JdbcClient jdbc) {
    return OpenRows.of("factors not yet confirmed", jdbc, BEGUN_ACROSS_TENANTS);
  }

  @Bean
  VoidOpen presentSteps(JdbcClient jdbc, FactorSettings settings) {
    return OpenRows.of("apps for their present code", jdbc, STEPS_ACROSS_TENANTS)
        .with(Map.of("skew", settings.totpSkew()));
  }
}
