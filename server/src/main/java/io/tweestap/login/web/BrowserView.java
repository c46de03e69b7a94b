package io.tweestap.login.web;

import io.tweestap.login.browser.Browser;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A remembered browser in an answer. Never its token.
record BrowserView(
    UUID id,
    @Nullable String userAgent,
    @Nullable String place,
    Instant createdAt,
    Instant lastUsedAt,
    Instant lastProofAt,
    Instant expiresAt) {
  static BrowserView of(Browser browser) {
    return new BrowserView(
        browser.id(),
        browser.userAgent().orElse(null),
        browser.place().orElse(null),
        browser.createdAt(),
        browser.lastUsedAt(),
        browser.lastProofAt(),
        browser.expiresAt());
  }
}
