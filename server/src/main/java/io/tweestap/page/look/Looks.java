package io.tweestap.page.look;

import io.tweestap.page.PageLanguage;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.PageSettings;
import io.tweestap.tenant.Tenant;
import io.tweestap.tenant.TenantPages;
import io.tweestap.tenant.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// Puts a page into the look of a tenant.
@Component
public class Looks {
  /// What templates call the [Look].
  static final String NAME = "look";

  private static final List<String> LANGUAGES =
      PageLanguage.LANGUAGES.stream().map(Locale::getLanguage).toList();

  private final Tenants tenants;
  private final TenantPages pages;
  private final PageLanguage language;

  Looks(Tenants tenants, TenantPages pages, PageLanguage language) {
    this.tenants = tenants;
    this.pages = pages;
    this.language = language;
  }

  /// Chooses the language, remembers it where the address names one, and puts the look into the
  /// model.
  ///
  /// @param spoken the language in which the person is written to
  /// @return the language in which the page is to be shown
  public Locale dress(
      TenantId tenant,
      Locale spoken,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    language.speak(request, spoken);
    language.chosen(request).ifPresent(chosen -> language.setLocale(request, response, chosen));
    Locale locale = language.resolveLocale(request);
    model.addAttribute(NAME, look(tenant, request.getRequestURI(), locale));
    return locale;
  }

  private Look look(TenantId id, String path, Locale locale) {
    Tenant tenant = tenants.get(id);
    PageSettings settings = pages.get(id);
    Optional<String> color = settings.accent().map(accent -> accent.text().substring(1));
    Optional<String> contact =
        Optional.of(tenant.settings().supportContact()).filter(text -> !text.isBlank());
    return new Look(
        tenant.name(),
        initial(tenant.name()),
        color.map(hex -> "/brand/" + hex + ".css").orElse(null),
        settings.logo().map(version -> "/brand/" + id + "/logo-" + version).orElse(null),
        settings.help(locale, tenant.settings().locale()).orElse(null),
        contact.orElse(null),
        path,
        LANGUAGES);
  }

  /// The look of no tenant, for pages that belong to none.
  Look plain(String path) {
    return new Look("Tweestap", "T", null, "/tweestap.svg", null, null, path, LANGUAGES);
  }

  private static String initial(String name) {
    String tidy = name.strip();
    return tidy.substring(0, tidy.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
  }
}
