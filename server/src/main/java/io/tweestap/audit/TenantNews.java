package io.tweestap.audit;

import io.tweestap.operations.OpenVoided;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.AccessTokens;
import io.tweestap.tenant.CareEnded;
import io.tweestap.tenant.CareGiven;
import io.tweestap.tenant.ClientCreated;
import io.tweestap.tenant.ClientEnded;
import io.tweestap.tenant.SettingsChanged;
import io.tweestap.tenant.TenantCreated;
import io.tweestap.tenant.TestNumberRemoved;
import io.tweestap.tenant.TestNumberSet;
import io.tweestap.vault.KeyPruned;
import io.tweestap.vault.KeysRotated;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Records what happens in the rooms below, which do not know this one: they tell it as they do it,
/// in the same transaction.
@Component
class TenantNews {
  private final AuditTrail trail;

  TenantNews(AuditTrail trail) {
    this.trail = trail;
  }

  @EventListener
  void on(TenantCreated news) {
    trail.recordDone(
        news.tenant(), AuditAction.TENANT_CREATED, Map.of("name", AuditEvent.words(news.name())));
  }

  @EventListener
  void on(ClientCreated news) {
    trail.recordDone(
        news.tenant(),
        AuditAction.CLIENT_CREATED,
        Map.of(
            "client", news.clientId(),
            "scopes", AuditEvent.words(AccessTokens.text(news.scopes()))));
  }

  @EventListener
  void on(ClientEnded news) {
    trail.recordDone(news.tenant(), AuditAction.CLIENT_REVOKED, Map.of("client", news.clientId()));
  }

  /// The names of the settings; of those that are on or off also which (VAL-1).
  @EventListener
  void on(SettingsChanged news) {
    Map<String, String> details = new HashMap<>();
    String names = String.join(",", new TreeSet<>(news.changed().keySet()));
    details.put("changed", AuditEvent.words(names));
    news.changed()
        .forEach((name, value) -> {
          if (value instanceof Boolean on) {
            details.put(name, on.toString());
          }
        });
    trail.recordDone(news.tenant(), AuditAction.SETTINGS_CHANGED, details);
  }

  @EventListener
  void on(TestNumberSet news) {
    trail.recordDone(
        news.tenant(), AuditAction.TEST_NUMBER_SET, Map.of("test_number", news.number().masked()));
  }

  @EventListener
  void on(TestNumberRemoved news) {
    trail.recordDone(
        news.tenant(),
        AuditAction.TEST_NUMBER_REMOVED,
        Map.of("test_number", news.number().masked()));
  }

  @EventListener
  void on(CareGiven news) {
    care(AuditAction.CARE_GIVEN, news.tenant(), news.operator());
  }

  @EventListener
  void on(CareEnded news) {
    care(AuditAction.CARE_ENDED, news.tenant(), news.operator());
  }

  private void care(AuditAction action, TenantId tenant, TenantId operator) {
    trail.recordDone(tenant, action, Map.of("operator", operator.toString()));
  }

  @EventListener
  void on(OpenVoided news) {
    Map<String, String> details = new HashMap<>();
    news.counts()
        .forEach((what, count) -> details.put(what.replace(' ', '_'), String.valueOf(count)));
    trail.recordDone(AuditTrail.INSTALLATION, AuditAction.DATABASE_RESTORED, details);
  }

  @EventListener
  void on(KeysRotated news) {
    key(AuditAction.KEYS_ROTATED, news.keyId());
  }

  @EventListener
  void on(KeyPruned news) {
    key(AuditAction.KEYS_PRUNED, news.keyId());
  }

  /// The id is a number of ten digits, and no phone number.
  private void key(AuditAction action, int keyId) {
    trail.recordDone(
        AuditTrail.INSTALLATION, action, Map.of("key", "id-" + Integer.toUnsignedString(keyId)));
  }
}
