package io.tweestap.page.look;

import io.tweestap.shared.TenantId;
import io.tweestap.tenant.AccentColor;
import io.tweestap.tenant.Logo;
import io.tweestap.tenant.TenantPages;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// `/brand/...`: colors and pictures of tenants. Their addresses change with what they hold, so
/// they may stay in caches.
@Controller
class BrandController {
  private static final CacheControl LONG = CacheControl.maxAge(Duration.ofDays(365)).cachePublic();
  private static final MediaType CSS = MediaType.valueOf("text/css;charset=UTF-8");
  private static final String STYLE =
      """
      :root { --accent: %s; --accent-ink: #ffffff; --accent-soft: %s; }
      @media (prefers-color-scheme: dark) {
        :root { --accent: %s; --accent-ink: #0b1420; --accent-soft: %s; }
      }
      """;

  private final TenantPages pages;

  BrandController(TenantPages pages) {
    this.pages = pages;
  }

  /// The style sheet of a color: it belongs to nobody, and any readable one has one.
  @GetMapping("/brand/{color:[0-9a-f]{6}}.css")
  ResponseEntity<String> style(@PathVariable String color) {
    AccentColor accent = AccentColor.of("#" + color).orElseThrow().readable();
    AccentColor dark = accent.onDark();
    String css =
        STYLE.formatted(accent.text(), accent.tint().text(), dark.text(), dark.shade().text());
    return ResponseEntity.ok().contentType(CSS).cacheControl(LONG).body(css);
  }

  @GetMapping("/brand/{tenant}/logo-{version:[0-9a-f]{16}}")
  ResponseEntity<byte[]> logo(@PathVariable UUID tenant, @PathVariable String version) {
    Optional<Logo> logo =
        pages.logo(new TenantId(tenant)).filter(found -> found.version().equals(version));
    return logo.map(found ->
            ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(found.type()))
                .cacheControl(LONG)
                .body(found.bytes()))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
