package io.tweestap.tenant;

import io.tweestap.shared.TenantId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How the pages of tenants look, and where they may lead.
@Service
public class TenantPages {
  private final PageSettingsRows rows;
  private final ApplicationEventPublisher events;

  TenantPages(PageSettingsRows rows, ApplicationEventPublisher events) {
    this.rows = rows;
    this.events = events;
  }

  /// What a tenant chose.
  public PageSettings get(TenantId tenant) {
    return rows.find(tenant).orElse(PageSettings.NONE);
  }

  /// Changes what is named and leaves the rest, in one statement.
  @Transactional
  public PageSettings change(TenantId tenant, PageSettings.Change change) {
    rows.change(tenant, change);
    events.publishEvent(new SettingsChanged(tenant, names(change)));
    return get(tenant);
  }

  private static Map<String, Object> names(PageSettings.Change change) {
    Map<String, Object> changed = new HashMap<>();
    change.accent().ifPresent(color -> changed.put("accent", color));
    change.helpTexts().ifPresent(texts -> changed.put("help_texts", texts));
    change.returnUrls().ifPresent(urls -> changed.put("return_urls", urls));
    change.logo().ifPresent(logo -> changed.put("logo", logo));
    return changed;
  }

  /// The picture of a tenant.
  public Optional<Logo> logo(TenantId tenant) {
    return rows.logo(tenant);
  }
}
