package io.tweestap.login;

import io.tweestap.operations.OpenRows;
import io.tweestap.operations.VoidOpen;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What else is open around logins in a restored database.
@Configuration(proxyBeanMethods = false)
@Lazy
class VoidAround {
  /// Neither can the page be opened, nor is the result of a login that passed given out again.
  private static final String PROMPTS_ACROSS_TENANTS =
      """
      UPDATE prompt AS over
      SET expires_at = :now, opens_until = least(over.opens_until, :now), kept_sealed = NULL,
        kept_key_id = NULL, token_sealed = NULL, token_key_id = NULL
      FROM (
        SELECT tenant_id, id
        FROM prompt
        WHERE expires_at > :now
          AND claimed_at IS NULL
        LIMIT :batch
        FOR UPDATE
      ) AS found
      WHERE over.tenant_id = found.tenant_id AND over.id = found.id
      """;

  private static final String VISITS_ACROSS_TENANTS =
      """
      UPDATE account_visit AS over
      SET ended_at = :now, kept_sealed = NULL, kept_key_id = NULL
      FROM (
        SELECT tenant_id, id
        FROM account_visit
        WHERE ended_at IS NULL
          AND coalesce(ends_at, link_until) > :now
        LIMIT :batch
        FOR UPDATE
      ) AS found
      WHERE over.tenant_id = found.tenant_id AND over.id = found.id
      """;

  private static final String DISCONNECTS_ACROSS_TENANTS =
      """
      UPDATE disconnect AS over
      SET state = 'canceled', finished_at = :now
      FROM (
        SELECT tenant_id, id
        FROM disconnect
        WHERE state = 'pending'
          AND expires_at > :now
        LIMIT :batch
        FOR UPDATE
      ) AS found
      WHERE over.tenant_id = found.tenant_id AND over.id = found.id
      """;

  private static final String SESSIONS_ACROSS_TENANTS =
      """
      UPDATE login AS over
      SET session_ended_at = :now, session_end_reason = 'restored'
      FROM (
        SELECT tenant_id, id
        FROM login
        WHERE session_ends_at > :now
          AND session_ended_at IS NULL
          AND active_at + make_interval(secs => session_idle_seconds) > :now
        LIMIT :batch
        FOR UPDATE
      ) AS found
      WHERE over.tenant_id = found.tenant_id AND over.id = found.id
      """;

  private static final String BROWSERS_ACROSS_TENANTS =
      """
      DELETE FROM browser AS over
      USING (
        SELECT tenant_id, id
        FROM browser
        WHERE expires_at > :now
        LIMIT :batch
        FOR UPDATE
      ) AS found
      WHERE over.tenant_id = found.tenant_id AND over.id = found.id
      """;

  @Bean
  VoidOpen openPrompts(JdbcClient jdbc) {
    return OpenRows.of("results not taken", jdbc, PROMPTS_ACROSS_TENANTS);
  }

  @Bean
  VoidOpen openVisits(JdbcClient jdbc) {
    return OpenRows.of("account visits", jdbc, VISITS_ACROSS_TENANTS);
  }

  @Bean
  VoidOpen openDisconnects(JdbcClient jdbc) {
    return OpenRows.of("disconnects to approve", jdbc, DISCONNECTS_ACROSS_TENANTS);
  }

  @Bean
  VoidOpen openSessions(JdbcClient jdbc) {
    return OpenRows.of("sessions", jdbc, SESSIONS_ACROSS_TENANTS).when(VoidOpen.Asked::endSessions);
  }

  @Bean
  VoidOpen rememberedBrowsers(JdbcClient jdbc) {
    return OpenRows.of("remembered browsers", jdbc, BROWSERS_ACROSS_TENANTS)
        .when(VoidOpen.Asked::endSessions);
  }
}
