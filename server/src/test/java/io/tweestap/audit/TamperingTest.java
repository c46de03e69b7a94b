package io.tweestap.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.audit.chain.Break;
import io.tweestap.audit.chain.ChainReport;
import io.tweestap.audit.chain.Fault;
import io.tweestap.shared.TenantId;
import io.tweestap.testkit.ManualClock;
import io.tweestap.testkit.TestDatabase;
import io.tweestap.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody with full rights on the database, and without the keys, changes what was recorded.
@DisplayName("PRV-8: the audit trail shows when somebody changed it")
class TamperingTest {
  private static final TestDatabase DATABASE = AuditNode.database();
  private static final ManualClock CLOCK = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
  private static final AuditNode NODE = new AuditNode(DATABASE, CLOCK, Vault.withKeysOfItsOwn());

  private final TenantId tenant = new TenantId(UUID.randomUUID());

  @AfterAll
  static void close() {
    NODE.close();
  }

  @BeforeEach
  void tenEventsAreSealed() {
    for (int i = 1; i <= 10; i++) {
      CLOCK.advance(Duration.ofMillis(1));
      NODE.record(tenant, "totp" + i);
    }
    NODE.seal();
    ChainReport report = NODE.verify(tenant);
    assertThat(report.found()).isEmpty();
    assertThat(report.links()).isEqualTo(10);
    assertThat(report.unsealed()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "details = '{\"factor\":\"ocra\"}'",
        "actor = 'system'",
        "subject = NULL",
        "source = '198.51.100.0/24'",
        "result = 'failure'",
        "action = 'factor.removed'"
      })
  void anEditedRowIsNamed(String change) {
    sql("UPDATE audit_event SET " + change + " WHERE tenant_id = :tenant AND position = 4");

    assertThat(found()).isEqualTo(new Break(Fault.EDITED, 4, Optional.of(id(4))));
  }

  @Test
  void aRowDeletedInTheMiddleIsNamed() {
    sql("DELETE FROM audit_event WHERE tenant_id = :tenant AND position = 5");

    assertThat(found()).isEqualTo(new Break(Fault.MISSING, 5, Optional.empty()));
  }

  @Test
  void closingTheGapDoesNotHideIt() {
    UUID next = id(6);
    sql("DELETE FROM audit_event WHERE tenant_id = :tenant AND position = 5");
    for (int i = 6; i <= 10; i++) {
      sql(
          "UPDATE audit_event SET position = %s - 1 WHERE tenant_id = :tenant AND position = %s"
              .replace("%s", "" + i));
    }

    assertThat(found()).isEqualTo(new Break(Fault.MOVED, 5, Optional.of(next)));
  }

  @Test
  void aTailThatWasCutOffIsNamed() {
    sql("DELETE FROM audit_event WHERE tenant_id = :tenant AND position >= 9");

    assertThat(found()).isEqualTo(new Break(Fault.CUT_OFF, 9, Optional.empty()));
    NODE.record(tenant, "later");
    NODE.seal();
    assertThat(found().position()).isEqualTo(9);
  }

  @Test
  void aHeadThatWasFittedToACutIsNamed() {
    sql("DELETE FROM audit_event WHERE tenant_id = :tenant AND position >= 9");
    sql(
        """
        UPDATE audit_chain
        SET last_position = 8, last_link = (
          SELECT link FROM audit_event WHERE tenant_id = :tenant AND position = 8)
        WHERE tenant_id = :tenant
        """);

    assertThat(found().fault()).isEqualTo(Fault.ENDS_EDITED);
    NODE.record(tenant, "later");
    NODE.seal();
    assertThat(found().fault()).isEqualTo(Fault.ENDS_EDITED);
    assertThat(NODE.verify(tenant).unsealed()).isEqualTo(1);
  }

  @Test
  void aHeadThatWasDeletedIsNamedAndNotMadeAnew() {
    sql("DELETE FROM audit_chain WHERE tenant_id = :tenant");
    NODE.record(tenant, "later");
    NODE.seal();

    assertThat(found().fault()).isEqualTo(Fault.ENDS_MISSING);
  }

  @Test
  void swappedRowsAreNamed() {
    UUID third = id(3);
    UUID seventh = id(7);
    sql("UPDATE audit_event SET position = 100 WHERE tenant_id = :tenant AND position = 3");
    sql("UPDATE audit_event SET position = 3 WHERE tenant_id = :tenant AND position = 7");
    sql("UPDATE audit_event SET position = 7 WHERE tenant_id = :tenant AND position = 100");

    assertThat(third).isNotEqualTo(seventh);
    assertThat(found()).isEqualTo(new Break(Fault.MOVED, 3, Optional.of(seventh)));
  }

  @Test
  void swappedContentsAreNamed() {
    sql(
        """
        UPDATE audit_event AS one
        SET details = other.details, digest = other.digest
        FROM audit_event AS other
        WHERE one.tenant_id = :tenant AND other.tenant_id = :tenant
          AND one.position IN (3, 7) AND other.position IN (3, 7)
          AND one.position <> other.position
        """);

    assertThat(found()).isEqualTo(new Break(Fault.FORGED, 3, Optional.of(id(3))));
  }

  @Test
  void aRowForgedIntoTheMiddleIsNamed() {
    for (int i = 10; i >= 6; i--) {
      sql(
          "UPDATE audit_event SET position = %s + 1 WHERE tenant_id = :tenant AND position = %s"
              .replace("%s", "" + i));
    }
    UUID forged = forge(6);

    assertThat(found()).isEqualTo(new Break(Fault.FORGED, 6, Optional.of(forged)));
  }

  @Test
  void aRowForgedBehindTheEndIsNamed() {
    UUID forged = forge(11);

    assertThat(found()).isEqualTo(new Break(Fault.BEYOND_END, 11, Optional.of(forged)));
  }

  @Test
  void aRowForgedToBeSealedIsNamedAndNotSealed() {
    UUID forged = forge(0);
    NODE.record(tenant, "later");
    NODE.seal();

    assertThat(found()).isEqualTo(new Break(Fault.UNSEALED_FORGED, 0, Optional.of(forged)));
    assertThat(NODE.verify(tenant).last()).isEqualTo(11);
  }

  @Test
  void contentTakenAwayBeforeItsTimeIsNamed() {
    UUID id = id(2);
    sql(
        """
        UPDATE audit_event
        SET purged_at = now(), action = NULL, actor = NULL, subject = NULL, source = NULL,
          result = NULL, details = NULL
        WHERE tenant_id = :tenant AND position = 2
        """);

    assertThat(found()).isEqualTo(new Break(Fault.PURGED_EARLY, 2, Optional.of(id)));
  }

  @Test
  void aLongerTimeSetForAClassIsNoWayOut() {
    sql(
        "UPDATE audit_event SET retention = 'administration' WHERE tenant_id = :tenant"
            + " AND position = 2");

    assertThat(found().fault()).isEqualTo(Fault.MOVED);
  }

  @Test
  void aChainThatWasDeletedAsAWholeIsNamed() {
    sql("DELETE FROM audit_event WHERE tenant_id = :tenant");
    sql("DELETE FROM audit_chain WHERE tenant_id = :tenant");

    assertThat(found().fault()).isEqualTo(Fault.CHAIN_MISSING);
    assertThat(NODE.verifyAll())
        .anyMatch(report -> report.tenant().equals(tenant) && report.found().isPresent());
    NODE.record(tenant, "anew");
    NODE.seal();
    assertThat(found().fault()).isEqualTo(Fault.CHAIN_REPLACED);
  }

  @Test
  void theCommandNamesTheRowAndFails() {
    assertThat(NODE.command().run(List.of("verify", "--tenant", tenant.toString()))).isZero();
    sql("UPDATE audit_event SET actor = 'system' WHERE tenant_id = :tenant AND position = 4");

    assertThat(NODE.command().run(List.of("verify", "--tenant", tenant.toString()))).isEqualTo(50);
    assertThat(NODE.command().run(List.of("verify"))).isEqualTo(50);
    assertThat(NODE.command().run(List.of("verify", "--tenant", "x"))).isEqualTo(2);
    assertThat(NODE.command().run(List.of("burn"))).isEqualTo(2);
  }

  private Break found() {
    return NODE.verify(tenant).found().orElseThrow();
  }

  private UUID id(int position) {
    return NODE.jdbc
        .sql("SELECT id FROM audit_event WHERE tenant_id = :tenant AND position = :position")
        .param("tenant", tenant.value())
        .param("position", position)
        .query(UUID.class)
        .single();
  }

  /// Writes what looks like an event, with the digest and link of another.
  private UUID forge(int position) {
    UUID id = UUID.randomUUID();
    NODE.jdbc
        .sql(
            """
            INSERT INTO audit_event (tenant_id, id, retention, action, actor, subject, source,
              result, details, digest, digest_key_id, position, link, link_key_id)
            SELECT tenant_id, :id, retention, action, actor, subject, source, result, details,
              digest, digest_key_id, NULLIF(:position, 0),
              CASE WHEN :position > 0 THEN link END, CASE WHEN :position > 0 THEN link_key_id END
            FROM audit_event
            WHERE tenant_id = :tenant AND position = 1
            """)
        .param("id", id)
        .param("position", (long) position)
        .param("tenant", tenant.value())
        .update();
    return id;
  }

  private void sql(String statement) {
    NODE.jdbc.sql(statement).param("tenant", tenant.value()).update();
  }
}
